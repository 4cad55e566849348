// A lock that a pod's script can hold.
module mooring.dev/testbed/flock

go 1.24.0
