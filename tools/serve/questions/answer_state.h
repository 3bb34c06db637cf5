// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an answer was made from, and whether it would be the same now: known by a few stat(2), not
// by asking again. An answer changes not only with the index, but with aliases.toml and with the
// files of its hits, which it calls stale or not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/files/discover.h"
#include "tools/serve/messages/http_message.h"
#include "tools/serve/questions/served_index.h"

namespace ibid {

class AnswerState {
 public:
  // To be made before the index is asked: what changes meanwhile then counts as a later change.
  // Looks at the manifest, the database's last commit and aliases.toml. (An ibid.toml changes an
  // answer only through an update.)
  explicit AnswerState(const std::string& index_dir);
  // The same, in less time: `index` remembers what the manifest says.
  explicit AnswerState(ServedIndex& index);

  // A file of which the answer says whether it is stale, after the answer was made.
  void add_file(const std::string& path, bool stale);

  // False if a file was written so shortly before the answer that a change after it may not show
  // in its times, or if it changed while the answer was made: the answer must not be kept.
  bool is_settled() const { return settled_; }
  bool holds() const;  // no file has changed since
  std::size_t memory() const;

 private:
  struct Watched {
    std::string path;
    std::optional<FileStamp> stamp;
  };
  void watch(std::string path, std::optional<FileStamp> stamp);

  std::int64_t began_ns_ = 0;
  bool settled_ = true;
  bool elsewhere_ = false;  // the index is on other machines
  std::vector<Watched> files_;
};

// A strong validator: of the question, and of all bytes of the answer.
std::string etag_of(std::string_view question, std::string_view body);

// Whether the client has the answer with this ETag already (If-None-Match).
bool client_has(const HttpRequest& request, std::string_view etag);

}  // namespace ibid
