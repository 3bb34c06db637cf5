// SPDX-License-Identifier: GPL-2.0-or-later
//
// Why a request is not answered: RFC 9457, once for the API (application/problem+json) and for
// pages, which show the same sentence.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "corpus/error.h"
#include "corpus/text/byte_range.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

struct HttpProblem {
  enum class Kind : std::uint8_t {
    kBadParameter,       // 400: unknown, doubled, missing or with a value it cannot have
    kBadQuery,           // 400: an operator is used wrongly; `range` says where
    kBadBody,            // 400: not the JSON that is asked for
    kUnknownId,          // 404: the index does not hold it
    kNotFound,           // 404: no such address
    kMethodNotAllowed,   // 405
    kGenerationChanged,  // 409: the index is no longer in the state that was asked for
    kTooLarge,           // 413: more texts than one request may have
    kUnsupportedBody,    // 415: a body of another type
    kInternal,           // 500
    kIndexUnavailable,   // 503: no index, a damaged one, one that changes too fast
  };
  Kind kind = Kind::kInternal;
  std::string detail;                // one sentence, without a final full stop; not escaped
  std::string parameter = {};        // that is bad; empty: none
  std::optional<ByteRange> range{};  // of the query
  std::optional<std::uint64_t> generation{};  // that the index has now
  std::string allow = {};                     // methods, of kMethodNotAllowed
  std::string korean = {};  // `detail` in Korean, for pages; empty: only in English

  int status() const;
  std::string_view name() const;   // "bad-parameter"
  std::string_view title() const;  // "a parameter cannot be used", the same for all of a kind
};

// Thrown by what reads a request, caught by what answers it.
class ProblemError : public std::runtime_error {
 public:
  explicit ProblemError(HttpProblem problem)
      : std::runtime_error(problem.detail), problem_(std::move(problem)) {}
  const HttpProblem& problem() const { return problem_; }

 private:
  HttpProblem problem_;
};

// What an exception means to the one who asked: a ProblemError as it is, an Error by its kind,
// anything else is kInternal. `query`: the text that a QueryError counts in.
HttpProblem problem_of(const std::exception& error, std::string_view query);

// application/problem+json. `type` is "tag:ibid,2026:" and the name.
HttpResponse problem_response(const HttpProblem& problem);

}  // namespace ibid
