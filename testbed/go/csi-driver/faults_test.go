package main

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
)

func of(namespace string) change { return param("csi.storage.k8s.io/pvc/namespace", namespace) }

// faultIn writes a fault for one namespace.
func (b bed) faultIn(namespace, text string) (end func()) {
	file := strings.TrimSuffix(b.faults.path, ".json") + "@" + namespace + ".json"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		b.t.Fatal(err)
	}
	return func() { os.Remove(file) }
}

func TestFaultsOfOneNamespace(t *testing.T) {
	b := newJuiceFS(t)
	end := b.faultIn("a", `{"failCreate": "ResourceExhausted: full", "failExpand": "OutOfRange: no", "failDelete": "Internal: not now", "failSnapshot": "Internal: nor this"}`)
	_, err := b.create("pvc-1", of("a"))
	b.says(err, codes.ResourceExhausted, "full")
	other := b.made("pvc-2", of("b"))
	b.made("pvc-3")
	_, err = b.expand(other.VolumeId, 2*gib)
	b.says(err, codes.OK, "")

	end()
	mine := b.made("pvc-1", of("a"))
	end = b.faultIn("a", `{"failExpand": "OutOfRange: no", "failDelete": "Internal: not now", "failSnapshot": "Internal: nor this"}`)
	_, err = b.expand(mine.VolumeId, 2*gib)
	b.says(err, codes.OutOfRange, "no")
	_, err = b.take("s", mine.VolumeId, nil, b.secrets)
	b.says(err, codes.Internal, "nor this")
	_, err = b.take("s", other.VolumeId, nil, b.secrets)
	b.says(err, codes.OK, "")
	end()
	_, err = b.expand(mine.VolumeId, 2*gib)
	b.says(err, codes.OK, "")
}

func TestFaultsOfOneNamespaceInPlaceOfThoseOfAll(t *testing.T) {
	b := newJuiceFS(t)
	b.fault(`{"failCreate": "Internal: for all"}`)
	end := b.faultIn("a", `{}`)
	b.made("pvc-1", of("a"))
	for _, namespace := range []string{"b", "../a", ""} {
		_, err := b.create("pvc-2", of(namespace))
		b.says(err, codes.Internal, "for all")
	}
	end()
	_, err := b.create("pvc-3", of("a"))
	b.says(err, codes.Internal, "for all")
}

func TestNamespacesCountTheirOwnFailures(t *testing.T) {
	b := newJuiceFS(t)
	for _, namespace := range []string{"a", "b"} {
		defer b.faultIn(namespace, `{"failCreate": "Internal: once", "failCreateTimes": 1}`)()
	}
	for _, namespace := range []string{"a", "b"} {
		_, err := b.create("pvc-"+namespace, of(namespace))
		b.says(err, codes.Internal, "once")
	}
	for _, namespace := range []string{"a", "b"} {
		b.made("pvc-"+namespace, of(namespace))
	}
}

func TestCapacityOfOneNamespace(t *testing.T) {
	b := newJuiceFS(t)
	b.made("pvc-1", of("b"), sized(4*gib))
	defer b.faultIn("a", `{"capacityBytes": 2147483648}`)()
	b.made("pvc-2", of("a"))
	_, err := b.create("pvc-3", of("a"), sized(2*gib))
	b.says(err, codes.ResourceExhausted, "not enough free space: asked 2147483648 bytes, 1073741824 of 2147483648 are free")
	b.made("pvc-4", of("b"), sized(4*gib))
}

func TestFaultsOfNodesKnowTheNamespaceOfAVolume(t *testing.T) {
	b := newJuiceFS(t)
	id := b.made("pvc-1", of("a")).VolumeId
	n := &nodeServer{store: b.store, faults: b.faults}
	b.equal(n.namespaceOf(nil, id), "a")
	b.equal(n.namespaceOf(&Volume{}, id), "")
	b.equal(n.namespaceOf(nil, "unknown"), "")
	defer b.faultIn("a", `{"publishDelayMs": 60000, "cloneMs": 7}`)()
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	b.says(n.faults.before(ctx, "Publish", n.namespaceOf(nil, id)), codes.DeadlineExceeded, "context deadline exceeded")
	b.says(n.faults.before(context.Background(), "Publish", "b"), codes.OK, "")
	took, err := n.faults.cloneTime("a")
	b.equal(err, nil)
	b.equal(took, 7*time.Millisecond)
}
