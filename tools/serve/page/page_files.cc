// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/page_files.h"

#include <array>

#include "corpus/report/sha256.h"

namespace ibid {
namespace {

struct PageFile {
  std::string_view path, content_type, text;
  std::string hash;
};

const std::array<PageFile, 3>& page_files() {
  static constexpr std::string_view kStyle =
#include "tools/serve/page/page.css.inc"
      ;
  static constexpr std::string_view kScript =
#include "tools/serve/page/page.js.inc"
      ;
  static constexpr std::string_view kIcon =
#include "tools/serve/page/icon.svg.inc"
      ;
  const auto file = [](std::string_view path, std::string_view type, std::string_view text) {
    return PageFile{path, type, text, sha256_hex(text).substr(0, 12)};
  };
  static const std::array<PageFile, 3> kFiles = {
      file(kStyleFile, "text/css; charset=utf-8", kStyle),
      file(kScriptFile, "text/javascript; charset=utf-8", kScript),
      file(kIconFile, "image/svg+xml", kIcon)};
  return kFiles;
}

}  // namespace

std::string file_address(std::string_view file) {
  for (const PageFile& known : page_files()) {
    if (known.path == file) return std::string(file) + "?v=" + known.hash;
  }
  return std::string(file);
}

std::optional<HttpResponse> file_response(const HttpRequest& request) {
  for (const PageFile& file : page_files()) {
    if (file.path != request.path) continue;
    HttpResponse response;
    response.content_type = file.content_type;
    response.body = file.text;
    // Under another hash it is the file of another version of ibid, and not to be kept.
    const bool current = request.field("v") == file.hash;
    response.headers.emplace_back("Cache-Control",
                                  current ? "private, max-age=31536000, immutable" : "no-cache");
    return response;
  }
  return {};
}

}  // namespace ibid
