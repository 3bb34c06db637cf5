// SPDX-License-Identifier: GPL-2.0-or-later
//
// The one place that catches Xapian::Error, which is not a std::exception.
#pragma once

#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/error.h"

namespace ibid {

// The reason of an error. A commit on a full disk says "Modifications failed (DatabaseError: WHY),
// and couldn't open at the old revision: …"; of this, only WHY.
inline std::string xapian_reason(const Xapian::Error& error) {
  std::string reason = error.get_msg().empty() ? error.get_type() : error.get_msg();
  const std::size_t begin = reason.find("Error: ");
  const std::size_t end = reason.find("), and couldn't open at the old revision");
  if (!reason.starts_with("Modifications failed (") || end == std::string::npos || begin > end) {
    return reason;
  }
  return reason.substr(begin + 7, end - begin - 7);
}

// True for failures that do not mean damage: no permission, no descriptor left, a stale handle.
inline bool may_pass(const Xapian::Error& error) {
  const char* system = error.get_error_string();
  if (system == nullptr) return false;
  for (const int passing : {EACCES, EPERM, EROFS, EMFILE, ENFILE, ENOMEM, ESTALE}) {
    if (std::string_view(system) == std::strerror(passing)) return true;
  }
  return false;
}

[[noreturn]] inline void throw_as_ours(const Xapian::Error& error, const std::string& what) {
  const std::string reason = xapian_reason(error);
  const char* system = error.get_error_string();
  const std::string detail = system != nullptr ? reason + " (" + system + ")" : reason;
  const std::string type = error.get_type();
  if (type == "DatabaseModifiedError") {
    throw Error(ErrorKind::kIndex, what +
                                       ": the index does not belong together: its files are of " +
                                       "different states; run `ibid index --rebuild`");
  }
  if (type == "DatabaseLockError") {
    // Xapian uses the same type if the lock file cannot be opened.
    const bool held = reason.find("already locked") != std::string::npos;
    throw Error(held ? ErrorKind::kLocked : ErrorKind::kSystem, what + ": " + detail);
  }
  const bool missing = system != nullptr && std::string_view(system) == std::strerror(ENOENT);
  // "EOF reading block": a damaged block points behind the end of the file.
  const bool cannot_read = type == "DatabaseError" && (reason.starts_with("inflate failed") ||
                                                       reason.starts_with("EOF reading block"));
  const bool corrupt = cannot_read || type == "DatabaseCorruptError" ||
                       type == "DatabaseVersionError" || type == "DatabaseNotFoundError" ||
                       type == "DocNotFoundError" || type == "RangeError" ||
                       type == "SerialisationError" || (type == "DatabaseOpeningError" && missing);
  throw Error(
      system != nullptr && !corrupt ? ErrorKind::kSystem : ErrorKind::kIndex,
      what + ": " + detail + (corrupt ? "; the index is damaged: run `ibid index --rebuild`" : ""));
}

// Runs `action`, translating what Xapian throws. `what` says what failed: "cannot search the
// index".
template <class Action>
auto translating_xapian_errors(const std::string& what, Action&& action) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::Error& error) {
    throw_as_ours(error, what);
  }
}

// True if it comes from another machine, or from the way to it.
inline bool is_remote(const Xapian::Error& error) {
  return std::string_view(error.get_type()).starts_with("Network") ||
         error.get_context().find("remote:") != std::string::npos;
}

// The same for readers that open the index again after a DatabaseModifiedError, or without a
// machine that fails: these errors pass through.
template <class Action>
auto translating_all_but_modified(const std::string& what, Action&& action) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error& error) {
    if (is_remote(error)) throw;
    throw_as_ours(error, what);
  }
}

}  // namespace ibid
