package main

import (
	"context"
	"testing"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc/codes"
)

const zone = "topology.kubernetes.io/zone"

func in(value string) *csi.Topology {
	return &csi.Topology{Segments: map[string]string{zone: value, "other": "x"}}
}

func wishing(preferred, requisite []*csi.Topology) change {
	return func(r *csi.CreateVolumeRequest) {
		r.AccessibilityRequirements = &csi.TopologyRequirement{Preferred: preferred, Requisite: requisite}
	}
}

func newZoned(t *testing.T) bed {
	b := newBed(t, "hostpath.csi.k8s.io", "dir", map[string]string{}, map[string]string{})
	b.topology = topology{keys: []string{zone}}
	return b
}

func TestTopologyFlag(t *testing.T) {
	b := newZoned(t)
	node, err := parseTopology(zone + "=a,rack=7")
	b.equal(err, nil)
	b.equal(node.where().Segments, map[string]string{zone: "a", "rack": "7"})
	controller, err := parseTopology(zone)
	b.equal(err, nil)
	b.equal(controller.keys, []string{zone})
	b.equal(controller.where() == nil, true)
	for _, wrong := range []string{"=a", zone + "="} {
		if _, err := parseTopology(wrong); err == nil {
			t.Errorf("%q was taken", wrong)
		}
	}
}

func TestVolumesAreInZones(t *testing.T) {
	b := newZoned(t)
	made := b.made("pvc-1", wishing([]*csi.Topology{in("b")}, []*csi.Topology{in("a"), in("b")}))
	b.equal(made.AccessibleTopology[0].Segments, map[string]string{zone: "b"})
	again := b.made("pvc-1", wishing([]*csi.Topology{in("a")}, nil))
	b.equal(again.AccessibleTopology[0].Segments, map[string]string{zone: "b"})
	b.equal(b.made("pvc-2", wishing(nil, []*csi.Topology{in("a")})).AccessibleTopology[0].Segments, map[string]string{zone: "a"})
	b.equal(len(b.made("pvc-3").AccessibleTopology), 0)
}

func TestCopiesStayInTheZoneOfTheirSource(t *testing.T) {
	b := newZoned(t)
	source := b.made("pvc-1", wishing([]*csi.Topology{in("a")}, nil))
	both := wishing([]*csi.Topology{in("b"), in("a")}, nil)
	b.equal(b.made("pvc-2", fromVolume(source.VolumeId), both).AccessibleTopology[0].Segments, map[string]string{zone: "a"})
	b.equal(b.made("pvc-3", fromVolume(source.VolumeId)).AccessibleTopology[0].Segments, map[string]string{zone: "a"})
	_, err := b.create("pvc-4", fromVolume(source.VolumeId), wishing([]*csi.Topology{in("b")}, nil))
	b.says(err, codes.ResourceExhausted, "the source is in map[topology.kubernetes.io/zone:a], and no place asked for is")

	s, err := b.take("s", source.VolumeId, b.params, b.secrets)
	b.says(err, codes.OK, "")
	_, err = b.create("pvc-5", fromSnapshot(s.SnapshotId), wishing(nil, []*csi.Topology{in("b")}))
	b.says(err, codes.ResourceExhausted, "the source is in map[topology.kubernetes.io/zone:a], and no place asked for is")
	b.equal(b.made("pvc-6", fromSnapshot(s.SnapshotId), both).AccessibleTopology[0].Segments, map[string]string{zone: "a"})
}

func TestDriversWithoutZonesIgnoreThem(t *testing.T) {
	b := newZoned(t)
	b.topology = topology{}
	b.equal(len(b.made("pvc-1", wishing([]*csi.Topology{in("b")}, nil)).AccessibleTopology), 0)
	for _, topology := range []bool{false, true} {
		answer, err := (&identity{topology: topology}).GetPluginCapabilities(context.Background(), nil)
		b.equal(err, nil)
		b.equal(len(answer.Capabilities) == 1, topology)
	}
}
