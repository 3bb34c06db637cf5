// SPDX-License-Identifier: GPL-2.0-or-later
//
// The one place that catches Xapian::Error, which is no std::exception.
#pragma once

#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/error.h"

namespace ibid {

[[noreturn]] inline void throw_as_ours(const Xapian::Error& error, const std::string& what) {
  const std::string reason = error.get_msg().empty() ? error.get_type() : error.get_msg();
  const char* system = error.get_error_string();
  const std::string detail = system != nullptr ? reason + " (" + system + ")" : reason;
  const std::string type = error.get_type();
  if (type == "DatabaseLockError") throw Error(ErrorKind::kLocked, what + ": " + detail);
  const bool missing = system != nullptr && std::string_view(system) == std::strerror(ENOENT);
  const bool corrupt = type == "DatabaseCorruptError" || type == "DatabaseVersionError" ||
                       type == "DatabaseNotFoundError" ||
                       (type == "DatabaseOpeningError" && missing);
  throw Error(
      ErrorKind::kIndex,
      what + ": " + detail + (corrupt ? "; the index is damaged: run `ibid index --rebuild`" : ""));
}

// Runs `action`, translating what Xapian throws. `what` says what failed: "cannot search the
// index". DatabaseModifiedError passes through: only the searcher can answer it, by opening anew.
template <class Action>
auto translating_xapian_errors(const std::string& what, Action&& action) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error& error) {
    throw_as_ours(error, what);
  }
}

}  // namespace ibid
