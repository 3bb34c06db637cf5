// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/json_sink.h"

namespace ibid {

Json& JsonTree::next() {
  if (open_.empty()) {
    if (key_.empty()) return root_;
    open_.push_back(&(root_ = Json::object()));
  }
  Json& within = *open_.back();
  if (!within.is_array()) return within[key_];
  within.push_back(nullptr);
  return within.back();
}

}  // namespace ibid
