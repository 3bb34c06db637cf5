// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/silent_systems.h"

#include <sys/vfs.h>

#include <algorithm>
#include <array>

namespace ibid {

bool is_silent_system(std::uint64_t magic) {
  // linux/magic.h, fs/smb/client and statfs(2); some have no name in a header.
  constexpr std::array<std::uint64_t, 16> kSilent = {
      0x6969,      // NFS
      0x517B,      // SMB 1, smbfs
      0xFF534D42,  // CIFS
      0xFE534D42,  // SMB 2 and 3
      0x65735546,  // FUSE: sshfs, rclone, ntfs-3g
      0x65735543,  // fusectl
      0x01021997,  // 9P: WSL, virtual machines
      0x5346414F,  // OpenAFS
      0x6B414653,  // kAFS
      0x00C36400,  // Ceph
      0x73757245,  // Coda
      0x564C,      // NCP
      0x786F4256,  // VirtualBox
      0xBACBACBC,  // VMware
      0x0BD00BD0,  // Lustre
      0x47504653,  // GPFS
  };
  return std::find(kSilent.begin(), kSilent.end(), magic) != kSilent.end();
}

bool is_on_silent_system(const std::string& folder) {
  struct statfs info {};
  if (statfs(folder.c_str(), &info) != 0) return false;
  // The type is signed: CIFS is negative where it has 32 bits.
  return is_silent_system(static_cast<std::uint32_t>(info.f_type));
}

}  // namespace ibid
