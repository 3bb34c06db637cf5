// SPDX-License-Identifier: GPL-2.0-or-later
//
// The only exception that the library throws. A bad input file is not an exception but an entry in
// a returned list of problems (see corpus/problem.h); an Error ends the whole call.
#pragma once

#include <stdexcept>
#include <string>

namespace ibid {

enum class ErrorKind {
  kUsage,   // the caller asked for something impossible (a bad option value, an unknown id)
  kQuery,   // a query uses an operator wrongly; see QueryError for the column
  kInput,   // a file or folder cannot be read or understood
  kIndex,   // the index is missing, damaged, or of another version or analyzer
  kLocked,  // another writer holds the index
  kSystem,  // the operating system refused: disk full, no rights, out of memory
};

// what(): one sentence in lower case without a final full stop: what failed, on what, why, and, if
// there is one, the remedy after a semicolon.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  ErrorKind kind() const { return kind_; }

 private:
  ErrorKind kind_;
};

}  // namespace ibid
