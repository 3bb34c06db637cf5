// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/open/render_info.h"

#include <utility>

#include "corpus/dates/utc_time.h"
#include "search/render/json_lines.h"

namespace ibid {

std::string info_json_line(const IndexInfo& info, const std::string& reader) {
  Json line = json_line_head("info");
  Json directory = Json::object();
  add_json_path(directory, info.directory);
  line.update(directory);
  line["format_version"] = info.format_version;
  line["analyzer"] = info.analyzer;
  line["created_by"] = info.created_by;
  line["storage"] = info.storage;
  Json folders = Json::array();
  for (const std::string& root : info.roots) {
    Json folder = Json::object();
    add_json_path(folder, root);
    folders.push_back(std::move(folder));
  }
  line["folders"] = std::move(folders);
  if (!info.metadata.empty()) {
    Json file = Json::object();
    add_json_path(file, info.metadata);
    line["metadata"] = std::move(file);
  }
  line["generation"] = info.generation;
  if (info.committed != 0) line["committed"] = utc_time(info.committed);
  line["reports"] = info.reports;
  line["passages"] = info.passages;
  line["first_seen_unknown"] = info.undated_passages;
  line["citations"] = info.citations;
  line["sources"] = info.sources;
  line["passages_by_language"] = info.passages_by_language;
  line["passages_by_kind"] = info.passages_by_kind;
  line["first_date"] = info.first_date;
  line["last_date"] = info.last_date;
  line["disk_bytes"] = info.disk_bytes;
  line["reader"] = reader;
  return dump_json_line(line);
}

}  // namespace ibid
