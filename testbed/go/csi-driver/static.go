package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// staticMount is a mount of what a PersistentVolume describes that nobody provisioned: the node
// gets its description and the Secret, and the handle means nothing.
type staticMount struct {
	context map[string]string // the PersistentVolume's attributes
	options []string          // its mount options
	secrets map[string]string
}

// publication is what both requests of a mount have.
type publication interface {
	GetVolumeId() string
	GetVolumeContext() map[string]string
	GetVolumeCapability() *csi.VolumeCapability
	GetSecrets() map[string]string
}

// mountable finds the volume of a mount: one that the driver made, or one that is described. The
// secrets come back under the names that the backend knows.
func (n *nodeServer) mountable(ctx context.Context, req publication) (*Volume, map[string]string, error) {
	v, err := n.found(req.GetVolumeId())
	if status.Code(err) != codes.NotFound || n.persona.static == nil {
		return v, req.GetSecrets(), err
	}
	described := staticMount{req.GetVolumeContext(), mountOf(req.GetVolumeCapability()).Options, req.GetSecrets()}
	v, secrets, err := n.persona.static(ctx, n, described)
	if err == nil && v == nil {
		return nil, nil, status.Errorf(codes.NotFound, "volume %s not found", req.GetVolumeId())
	}
	return v, secrets, err
}

// made finds the volume among those of this driver that a description fits.
func (n *nodeServer) made(fits func(*Volume) bool) (*Volume, error) {
	all, err := n.store.volumes()
	if err != nil {
		return nil, asStatus(err)
	}
	if i := slices.IndexFunc(all, func(v *Volume) bool { return !v.Reserved && fits(v) }); i >= 0 {
		return all[i], nil
	}
	return nil, nil
}

// cephfsStatic mounts a directory of a filesystem, as the user that the Secret names in userID.
func cephfsStatic(ctx context.Context, n *nodeServer, m staticMount) (*Volume, map[string]string, error) {
	said, ok := m.context["staticVolume"]
	if !ok {
		return nil, nil, nil
	}
	internal := func(err error) (*Volume, map[string]string, error) {
		return nil, nil, status.Error(codes.Internal, err.Error())
	}
	switch is, err := strconv.ParseBool(said); {
	case err != nil:
		return internal(fmt.Errorf("failed to parse preProvisioned: %w", err))
	case !is:
		return nil, nil, nil
	}
	for _, key := range []string{"clusterID", "rootPath"} {
		if m.context[key] == "" {
			return internal(fmt.Errorf("missing required field %s", key))
		}
	}
	if err := cephCheckSecret("userID", "userKey")(m.secrets); err != nil {
		return internal(err)
	}
	secrets := map[string]string{"adminID": m.secrets["userID"], "adminKey": m.secrets["userKey"]}
	if err := n.cluster.reach(ctx, m.context["clusterID"], secrets); err != nil {
		return nil, nil, n.persona.fail(staging, err)
	}
	if _, isReal := n.backend.(cluster); isReal { // its mount says whether the path is there
		return &Volume{Params: m.context, Context: map[string]string{"subvolumePath": m.context["rootPath"]}}, secrets, nil
	}
	v, err := n.made(func(v *Volume) bool {
		return v.Context["subvolumePath"] == m.context["rootPath"] && v.Params["clusterID"] == m.context["clusterID"] &&
			(m.context["fsName"] == "" || v.Params["fsName"] == m.context["fsName"])
	})
	if err == nil && v == nil {
		return internal(errors.New("an error (exit status 32) occurred while running mount args: mount error 2 = No such file or directory"))
	}
	return v, secrets, err
}

// nfsStatic mounts any directory that a server exports.
func nfsStatic(_ context.Context, n *nodeServer, m staticMount) (*Volume, map[string]string, error) {
	for _, key := range []string{"server", "share"} {
		if m.context[key] == "" {
			return nil, nil, status.Error(codes.InvalidArgument, key+" is a required parameter")
		}
	}
	at := path.Join(m.context["share"], m.context["subDir"])
	v, err := n.made(func(v *Volume) bool {
		return v.Params["server"] == m.context["server"] && path.Join(v.Params["share"], v.Context["subDir"]) == at
	})
	if err == nil && v == nil {
		return nil, nil, status.Errorf(codes.Internal, "mount failed: exit status 32: mounting %s:%s failed, reason given by server: No such file or directory", m.context["server"], at)
	}
	return v, m.secrets, err
}

// juicefsStatic mounts a directory of the volume that the Secret names: the option subdir.
func juicefsStatic(_ context.Context, n *nodeServer, m staticMount) (*Volume, map[string]string, error) {
	if err := n.persona.checkMount(nil, m.secrets); err != nil {
		return nil, nil, err
	}
	folder := ""
	for _, option := range m.options {
		if value, is := strings.CutPrefix(option, "subdir="); is {
			folder = strings.Trim(value, "/")
		}
	}
	v, err := n.made(func(v *Volume) bool { return folder != "" && v.Context["subPath"] == folder })
	if err == nil && v == nil { // the real one would make it, or mount all that there is
		return nil, nil, status.Errorf(codes.Internal, "Could not mount juicefs: the test bed has no directory %q", folder)
	}
	return v, m.secrets, err
}
