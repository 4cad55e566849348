package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// topology says where volumes can be: one made for a place is reached by the nodes of that place
// only. Without keys a driver knows no places.
type topology struct {
	keys []string
	node map[string]string // where this node is, for modes node and both
}

// parseTopology reads "KEY" (controller) or "KEY=VALUE" (node), several separated by commas.
func parseTopology(text string) (topology, error) {
	var t topology
	for _, part := range split(text) {
		key, value, isNode := strings.Cut(part, "=")
		if key == "" || (isNode && value == "") {
			return t, fmt.Errorf("--topology: %q is neither KEY nor KEY=VALUE", part)
		}
		t.keys = append(t.keys, key)
		if isNode {
			if t.node == nil {
				t.node = map[string]string{}
			}
			t.node[key] = value
		}
	}
	return t, nil
}

// where is the node's own place, or nil.
func (t topology) where() *csi.Topology {
	if t.node == nil {
		return nil
	}
	return &csi.Topology{Segments: t.node}
}

// choose finds a place for a volume: the first that is preferred, else the first that will do; that
// of its source, when it has one in a place. Without a wish the volume is everywhere.
func (t topology) choose(wish *csi.TopologyRequirement, source map[string]string) (map[string]string, error) {
	if len(t.keys) == 0 {
		return nil, nil
	}
	var places []map[string]string
	for _, one := range slices.Concat(wish.GetPreferred(), wish.GetRequisite()) {
		if place := t.known(one.GetSegments()); len(place) > 0 {
			places = append(places, place)
		}
	}
	switch {
	case len(places) == 0:
		return source, nil
	case source == nil:
		return places[0], nil
	}
	for _, place := range places {
		if maps.Equal(place, source) {
			return place, nil
		}
	}
	return nil, status.Errorf(codes.ResourceExhausted, "the source is in %v, and no place asked for is", source)
}

// known keeps the segments of this driver's keys.
func (t topology) known(segments map[string]string) map[string]string {
	place := map[string]string{}
	for _, key := range t.keys {
		if value, has := segments[key]; has {
			place[key] = value
		}
	}
	return place
}

// places of a volume, for its PersistentVolume.
func (v *Volume) places() []*csi.Topology {
	if v.Place == nil {
		return nil
	}
	return []*csi.Topology{{Segments: v.Place}}
}

// placeOf is where a source is; nil when there is none, or it is everywhere.
func placeOf(snapshot *Snapshot, volume *Volume) map[string]string {
	switch {
	case snapshot != nil:
		return snapshot.Place
	case volume != nil:
		return volume.Place
	}
	return nil
}
