// SPDX-License-Identifier: GPL-2.0-or-later
//
// File systems where inotify is silent: their files change on other machines, or in a program that
// the kernel does not see. Library-internal.
#pragma once

#include <cstdint>
#include <string>

namespace ibid {

// `magic`: the f_type of statfs(2). True for NFS, SMB, FUSE, 9P, AFS, Ceph, Coda and the shared
// folders of virtual machines.
bool is_silent_system(std::uint64_t magic);

// Of the file system that `folder` is on; false if that cannot be known.
bool is_on_silent_system(const std::string& folder);

}  // namespace ibid
