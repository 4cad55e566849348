package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc/codes"
)

// node is the driver's node plugin beside its controller.
func (b bed) node() *nodeServer {
	return &nodeServer{id: "node-a", persona: b.persona, cluster: b.cluster, backend: b.backend, features: b.features, store: b.store, faults: b.faults}
}

type staticRow struct {
	name    string
	context map[string]string
	options []string
	secrets map[string]string
	code    codes.Code
	says    string
}

func request(row staticRow) *csi.NodeStageVolumeRequest {
	return &csi.NodeStageVolumeRequest{
		VolumeId: "mooring-share-1", VolumeContext: row.context, Secrets: row.secrets,
		VolumeCapability: &csi.VolumeCapability{
			AccessType: &csi.VolumeCapability_Mount{Mount: &csi.VolumeCapability_MountVolume{MountFlags: row.options}},
			AccessMode: &csi.VolumeCapability_AccessMode{Mode: csi.VolumeCapability_AccessMode_MULTI_NODE_MULTI_WRITER},
		},
	}
}

func (b bed) statics(of *csi.Volume, rows []staticRow) {
	b.t.Helper()
	for _, row := range rows {
		b.t.Run(row.name, func(t *testing.T) {
			c := b
			c.t = t
			v, secrets, err := c.node().mountable(context.Background(), request(row))
			c.says(err, row.code, row.says)
			if row.code == codes.OK {
				c.equal(v.ID, of.VolumeId)
				c.equal(secrets["userKey"], "")
			}
		})
	}
}

func with(context map[string]string, key, value string) map[string]string {
	changed := map[string]string{}
	for k, v := range context {
		changed[k] = v
	}
	changed[key] = value
	if value == "" {
		delete(changed, key)
	}
	return changed
}

func TestCephFSStatic(t *testing.T) {
	b := newCephFS(t)
	v := b.made("pvc-1")
	whole := map[string]string{"staticVolume": "true", "clusterID": "testbed", "fsName": "testbed", "rootPath": v.VolumeContext["subvolumePath"]}
	user := map[string]string{"userID": demoUser, "userKey": demoKey}
	admin := map[string]string{"adminID": demoUser, "adminKey": demoKey}
	gone := "an error (exit status 32) occurred while running mount args: mount error 2 = No such file or directory"
	b.statics(v, []staticRow{
		{"whole", whole, nil, user, codes.OK, ""},
		{"without a filesystem's name", with(whole, "fsName", ""), nil, user, codes.OK, ""},
		{"not static", with(whole, "staticVolume", ""), nil, user, codes.NotFound, "volume mooring-share-1 not found"},
		{"said not to be static", with(whole, "staticVolume", "false"), nil, user, codes.NotFound, "volume mooring-share-1 not found"},
		{"no truth", with(whole, "staticVolume", "maybe"), nil, user, codes.Internal, `failed to parse preProvisioned: strconv.ParseBool: parsing "maybe": invalid syntax`},
		{"without a path", with(whole, "rootPath", ""), nil, user, codes.Internal, "missing required field rootPath"},
		{"without a cluster", with(whole, "clusterID", ""), nil, user, codes.Internal, "missing required field clusterID"},
		{"another path", with(whole, "rootPath", "/volumes/csi/none"), nil, user, codes.Internal, gone},
		{"another filesystem", with(whole, "fsName", "other"), nil, user, codes.Internal, gone},
		{"the Secret of dynamic volumes", whole, nil, admin, codes.Internal, "missing ID field 'userID' in secrets"},
		{"a wrong key", whole, nil, with(user, "userKey", "d3Jvbmc="), codes.Internal,
			"rpc error: code = Internal desc = failed to get connection: connecting failed: rados: ret=-13, Permission denied"},
	})
}

func TestNFSStatic(t *testing.T) {
	b := newBed(t, "nfs.csi.k8s.io", "dir", map[string]string{"server": "10.77.0.1", "share": "/exports"}, nil)
	v := b.made("pvc-1")
	b.equal(v.VolumeContext["subDir"], "pvc-1")
	whole := map[string]string{"server": "10.77.0.1", "share": "/exports/pvc-1"}
	b.statics(v, []staticRow{
		{"whole", whole, nil, nil, codes.OK, ""},
		{"in two parts", map[string]string{"server": "10.77.0.1", "share": "/exports", "subDir": "pvc-1"}, nil, nil, codes.OK, ""},
		{"without a server", with(whole, "server", ""), nil, nil, codes.InvalidArgument, "server is a required parameter"},
		{"without a path", with(whole, "share", ""), nil, nil, codes.InvalidArgument, "share is a required parameter"},
		{"another path", with(whole, "share", "/exports/pvc-2"), nil, nil, codes.Internal,
			"mount failed: exit status 32: mounting 10.77.0.1:/exports/pvc-2 failed, reason given by server: No such file or directory"},
	})
}

func TestJuiceFSStatic(t *testing.T) {
	b := newJuiceFS(t)
	name := "pvc-" + newUUIDText
	v := b.made(name)
	b.statics(v, []staticRow{
		{"whole", nil, []string{"subdir=" + name}, juicefsDemo, codes.OK, ""},
		{"read-only", nil, []string{"subdir=/" + name, "ro"}, juicefsDemo, codes.OK, ""},
		{"all of it", nil, nil, juicefsDemo, codes.Internal, `Could not mount juicefs: the test bed has no directory ""`},
		{"another directory", nil, []string{"subdir=other"}, juicefsDemo, codes.Internal, `Could not mount juicefs: the test bed has no directory "other"`},
		{"without a Secret", nil, []string{"subdir=" + name}, nil, codes.Internal,
			"Could not mount juicefs: rpc error: code = InvalidArgument desc = Empty name"},
	})
}

func TestReadOnlyByOption(t *testing.T) {
	for option, readOnly := range map[string]bool{"ro": true, "rw": false, "subdir=ro": false} {
		if got := mountOf(request(staticRow{options: []string{option}}).VolumeCapability).ReadOnly; got != readOnly {
			t.Errorf("option %s: read-only %t", option, got)
		}
	}
}

// A static volume is mounted a second time beside the volume itself, and unmounted alone.
func TestStaticMounts(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("mounts need root")
	}
	b := newCephFS(t)
	v := b.made("pvc-1")
	n, dir := b.node(), t.TempDir()
	row := staticRow{
		context: map[string]string{"staticVolume": "true", "clusterID": "testbed", "fsName": "testbed", "rootPath": v.VolumeContext["subvolumePath"]},
		secrets: map[string]string{"userID": demoUser, "userKey": demoKey}, options: []string{"ro"},
	}
	stage := request(row)
	stage.StagingTargetPath = filepath.Join(dir, "stage")
	if _, err := n.NodeStageVolume(context.Background(), stage); err != nil {
		t.Fatal(err)
	}
	defer unmount(stage.StagingTargetPath)
	target := filepath.Join(dir, "pod")
	_, err := n.NodePublishVolume(context.Background(), &csi.NodePublishVolumeRequest{
		VolumeId: stage.VolumeId, VolumeContext: stage.VolumeContext, VolumeCapability: stage.VolumeCapability,
		StagingTargetPath: stage.StagingTargetPath, TargetPath: target,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer unmount(target)
	if err := os.WriteFile(filepath.Join(target, "file"), nil, 0o600); err == nil {
		t.Error("written to what is read-only")
	}
	if err := os.WriteFile(filepath.Join(b.backend.(*dirBackend).path(v.VolumeId), "file"), []byte("here"), 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(filepath.Join(target, "file")); err != nil || string(text) != "here" {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := n.NodeGetVolumeStats(context.Background(), &csi.NodeGetVolumeStatsRequest{VolumeId: stage.VolumeId, VolumePath: target}); err != nil {
		t.Error(err)
	}
	if _, err := n.NodeUnpublishVolume(context.Background(), &csi.NodeUnpublishVolumeRequest{VolumeId: stage.VolumeId, TargetPath: target}); err != nil {
		t.Error(err)
	}
	if _, err := n.NodeUnstageVolume(context.Background(), &csi.NodeUnstageVolumeRequest{VolumeId: stage.VolumeId, StagingTargetPath: stage.StagingTargetPath}); err != nil {
		t.Error(err)
	}
}
