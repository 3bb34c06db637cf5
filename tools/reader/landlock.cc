// SPDX-License-Identifier: GPL-2.0-or-later
//
// See sandbox.h. Debian 12 has the kernel's interface of version 2 in its header and no library:
// what later versions added is named here, from the kernel's Documentation/userspace-api/landlock.
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "corpus/file_descriptor.h"
#include "tools/reader/sandbox.h"

namespace ibid {
namespace {

struct RulesetAttributes {
  std::uint64_t files;    // handled_access_fs
  std::uint64_t network;  // handled_access_net, from version 4
  std::uint64_t scopes;   // scoped, from version 6
};

// Rights of version 1 to 5: all there are, of which each version knows the first few.
constexpr std::array<unsigned, 6> kFileRights = {0, 13, 14, 15, 15, 16};
constexpr std::uint64_t kBindAndConnect = 3;
constexpr std::uint64_t kSocketsAndSignals = 3;

// Data that libraries open by name while they read: character maps of PDF fonts, fonts for those
// that are not embedded, character sets of iconv, time zones.
constexpr std::array kReadable = std::to_array<const char*>(
    {"/usr/share/poppler", "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig",
     "/etc/fonts", "/var/cache/fontconfig", "/usr/share/zoneinfo", "/etc/localtime",
     "/usr/lib/" IBID_LIBRARY_ARCHITECTURE "/gconv", "/usr/lib/gconv", "/usr/lib64/gconv"});

void allow_reading(const FileDescriptor& rules, const char* path) {
  const FileDescriptor place(open(path, O_PATH | O_CLOEXEC));
  if (!place.is_open()) return;  // not there, or not to be read anyway
  landlock_path_beneath_attr rule{};
  rule.parent_fd = place.get();
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  if (syscall(SYS_landlock_add_rule, rules.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;  // a file has no right to be listed
    syscall(SYS_landlock_add_rule, rules.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
}

}  // namespace

std::uint32_t allow_few_folders() {
  const long version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version <= 0) return 0;
  const auto known = std::min<std::size_t>(static_cast<std::size_t>(version), 5);
  RulesetAttributes attributes{};
  attributes.files = (std::uint64_t{1} << kFileRights[known]) - 1;
  if (version >= 4) attributes.network = kBindAndConnect;
  if (version >= 6) attributes.scopes = kSocketsAndSignals;
  const std::size_t size = version >= 6   ? sizeof attributes
                           : version >= 4 ? 2 * sizeof(std::uint64_t)
                                          : sizeof(std::uint64_t);
  const FileDescriptor rules(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, size, 0)));
  if (!rules.is_open()) return 0;
  for (const char* path : kReadable) allow_reading(rules, path);
  if (syscall(SYS_landlock_restrict_self, rules.get(), 0) != 0) return 0;
  return static_cast<std::uint32_t>(version);
}

}  // namespace ibid
