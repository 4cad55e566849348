package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// nfsPersona answers as csi-driver-nfs, by its source code: none was run. Its surprises: a class without
// share binds and fails at mount, an unknown parameter is refused, and a size is never looked at.
var nfsPersona = persona{
	lacks: []string{"list", "node-grow", "stage", "online"},
	script: script{
		createNoName:         {codes.InvalidArgument, "CreateVolume name must be provided"},
		createNoCapabilities: {codes.InvalidArgument, "volume capabilities missing in request"},
		createNoSnapshot:     {codes.NotFound, "failed to create nfsSnapshot from snapshot ID"},
		createNoVolume:       {codes.NotFound, "could not split {id} into server, baseDir and subDir with separator(/)"},
		deleteNoID:           {codes.InvalidArgument, "volume id is empty"},
		expandNoID:           {codes.InvalidArgument, "Volume ID missing in request"},
		expandNoRange:        {codes.InvalidArgument, "Capacity Range missing in request"},
		snapshotNoName:       {codes.InvalidArgument, "CreateSnapshot name must be provided"},
		snapshotNoSource:     {codes.InvalidArgument, "CreateSnapshot source volume ID must be provided"},
		snapshotNoVolume:     {codes.NotFound, "failed to create source volume: could not split {id} into server, baseDir and subDir with separator(/)"},
		removeNoID:           {codes.InvalidArgument, "Snapshot ID is required for deletion"},
	},
	checkAccess: nfsCheckAccess,
	checkCreate: func(req *csi.CreateVolumeRequest) error {
		for _, capability := range req.GetVolumeCapabilities() {
			if err := nfsCheckAccess(capability); err != nil {
				return err
			}
		}
		return nfsCheckParameters(req.GetParameters())
	},
	checkMount: func(v *Volume, _ map[string]string) error {
		if v.Params["share"] == "" {
			return status.Error(codes.InvalidArgument, "share is a required parameter")
		}
		return nil
	},

	size:  func(want *csi.CapacityRange) (int64, error) { return want.GetRequiredBytes(), nil },
	quota: func(int64) int64 { return 0 },
	id: func(req *csi.CreateVolumeRequest) string {
		params, name, onDelete := req.GetParameters(), req.GetName(), ""
		subDir, uuid := name, ""
		if given := params["subDir"]; given != "" {
			subDir, uuid = nfsSubDir(params), name
		}
		if value := params["onDelete"]; strings.EqualFold(value, "retain") || strings.EqualFold(value, "archive") {
			onDelete = value
		}
		trim := func(text string) string { return strings.Trim(text, "/") }
		return strings.Join([]string{trim(params["server"]), trim(params["share"]), trim(subDir), uuid, onDelete}, "#")
	},
	context: func(v *Volume) map[string]string {
		context := maps.Clone(v.Params)
		context["subDir"] = v.Name
		if v.Params["subDir"] != "" {
			context["subDir"] = nfsSubDir(v.Params)
		}
		return context
	},
	again: func(_ *Volume, req *csi.CreateVolumeRequest) (int64, bool) {
		return req.GetCapacityRange().GetRequiredBytes(), true
	},
	static:   nfsStatic,
	exact:    true,
	careless: true,
}

var nfsParameters = []string{
	"server", "share", "subdir", "ondelete", "mountpermissions", "uid", "gid",
	"csi.storage.k8s.io/pvc/namespace", "csi.storage.k8s.io/pvc/name", "csi.storage.k8s.io/pv/name",
}

func nfsCheckParameters(params map[string]string) error {
	for _, key := range slices.Sorted(maps.Keys(params)) {
		if !slices.Contains(nfsParameters, strings.ToLower(key)) {
			return invalid(fmt.Errorf("invalid parameter %q in storage class", key))
		}
	}
	if mode := params["mountPermissions"]; mode != "" {
		if _, err := strconv.ParseUint(mode, 8, 32); err != nil {
			return invalid(fmt.Errorf("invalid mountPermissions %s in storage class", mode))
		}
	}
	if params["server"] == "" {
		return invalid(fmt.Errorf("server is a required parameter"))
	}
	return nil
}

func nfsCheckAccess(capability *csi.VolumeCapability) error {
	if capability.GetBlock() != nil {
		return invalid(fmt.Errorf("block volume capability not supported"))
	}
	return nil
}

func nfsSubDir(params map[string]string) string {
	return strings.NewReplacer(
		"${pvc.metadata.name}", params["csi.storage.k8s.io/pvc/name"],
		"${pvc.metadata.namespace}", params["csi.storage.k8s.io/pvc/namespace"],
		"${pv.metadata.name}", params["csi.storage.k8s.io/pv/name"],
	).Replace(params["subDir"])
}
