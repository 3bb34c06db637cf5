// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/reader_process/reader_program.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace ibid {
namespace {

namespace fs = std::filesystem;

constexpr const char kName[] = "ibid-read";

}  // namespace

std::string reader_program() {
  const char* const named = std::getenv("IBID_READ");
  if (named != nullptr && *named != '\0') return named;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (!error) {
    for (const fs::path& place :
         {folder / kName, folder.parent_path() / IBID_LIBEXEC_NAME / "ibid" / kName}) {
      if (access(place.c_str(), X_OK) == 0 && fs::is_regular_file(place, error)) {
        return place.string();
      }
    }
  }
  return (fs::path(IBID_LIBEXEC_DIR) / "ibid" / kName).string();
}

}  // namespace ibid
