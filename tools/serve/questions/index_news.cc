// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/index_news.h"

#include <fmt/core.h>

#include <exception>

namespace ibid {

std::string IndexNews::now() {
  try {
    if (state_ && state_->holds()) return last_;
    AnswerState state(index_dir_);
    if (!index_) index_ = std::make_unique<OpenIndex>(index_dir_);
    last_ = fmt::format("{{\"generation\":{}}}", index_->state().generation);
    state_ = std::move(state);
    return last_;
  } catch (const std::exception&) {  // those who ask for more learn why
    index_.reset();
    state_.reset();
    return "";
  }
}

}  // namespace ibid
