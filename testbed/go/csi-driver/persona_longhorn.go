package main

import (
	"fmt"
	"strconv"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// longhornPersona answers as Longhorn's CSI plugin, by its source code: none was run. Its surprises: a
// clone must be exactly as large as its source, and read-only-many is refused.
var longhornPersona = persona{
	lacks: []string{"list", "rwop"},
	script: script{
		createNoName:         {codes.InvalidArgument, "volume id missing in request"},
		createNoCapabilities: {codes.InvalidArgument, "Volume Capabilities cannot be empty"},
		createConflict:       {codes.AlreadyExists, "volume {name} size {size} differs from requested size {asked}"},
		createNoSnapshot:     {codes.NotFound, "volume source snapshot {id} is not found"},
		createNoVolume:       {codes.NotFound, "failed to clone volume: source volume {id} is not found"},
		createSmallVolume:    {codes.OutOfRange, "failed to clone volume: the requested size ({size} bytes) is different than the source volume size ({source} bytes)"},
		deleteNoID:           {codes.InvalidArgument, "volume id missing in request"},
		expandNoID:           {codes.InvalidArgument, "volume id missing in request"},
		expandNoRange:        {codes.InvalidArgument, "capacity range missing in request"},
		expandNoVolume:       {codes.NotFound, "volume {id} missing"},
		snapshotNoName:       {codes.InvalidArgument, "Snapshot name must be provided"},
		snapshotNoSource:     {codes.InvalidArgument, "Volume name must be provided"},
		snapshotNoVolume:     {codes.NotFound, "volume {id} not found"},
		removeNoID:           {codes.InvalidArgument, "missing snapshot id in request"},
	},
	checkAccess: longhornCheckAccess,
	checkCreate: func(req *csi.CreateVolumeRequest) error {
		for _, capability := range req.GetVolumeCapabilities() {
			if err := longhornCheckAccess(capability); err != nil {
				return err
			}
		}
		if given, is := req.GetParameters()["numberOfReplicas"]; is {
			if _, err := strconv.Atoi(given); err != nil {
				return invalid(fmt.Errorf("invalid parameter numberOfReplicas: %w", err))
			}
		}
		return nil
	},

	size:    func(want *csi.CapacityRange) (int64, error) { return longhornSize(want.GetRequiredBytes()), nil },
	quota:   func(size int64) int64 { return size },
	id:      func(req *csi.CreateVolumeRequest) string { return req.GetName() },
	context: func(v *Volume) map[string]string { return v.Params },
	again: func(v *Volume, req *csi.CreateVolumeRequest) (int64, bool) {
		return v.Size, v.Size == longhornSize(req.GetCapacityRange().GetRequiredBytes())
	},
	sameSize: true,
}

// longhornSize is at least 10 MiB, in steps of 2 MiB.
func longhornSize(asked int64) int64 {
	return (max(asked, 10*mib) + 2*mib - 1) / (2 * mib) * (2 * mib)
}

// longhornCheckAccess refuses, unlike Longhorn, several writers: they go through an NFS server of its own
// there, and an image of this machine bears one.
func longhornCheckAccess(capability *csi.VolumeCapability) error {
	switch mode := capability.GetAccessMode().GetMode(); mode {
	case csi.VolumeCapability_AccessMode_SINGLE_NODE_WRITER,
		csi.VolumeCapability_AccessMode_SINGLE_NODE_SINGLE_WRITER,
		csi.VolumeCapability_AccessMode_SINGLE_NODE_MULTI_WRITER:
		return nil
	default:
		return status.Errorf(codes.InvalidArgument, "access mode %s is not supported", mode)
	}
}
