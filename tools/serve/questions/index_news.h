// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which state the index has now, asked again and again: a few stat(2) as long as it is the same.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "search/open/open_index.h"
#include "tools/serve/questions/answer_state.h"

namespace ibid {

// Thread: one at a time.
class IndexNews {
 public:
  explicit IndexNews(std::string index_dir) : index_dir_(std::move(index_dir)) {}

  // {"generation":7}; "" while that cannot be known, as when there is no index. Does not throw.
  std::string now();

 private:
  std::string index_dir_, last_;
  std::optional<AnswerState> state_;  // that `last_` is of
  std::unique_ptr<OpenIndex> index_;
};

}  // namespace ibid
