// SPDX-License-Identifier: GPL-2.0-or-later
//
// How many passages there are, how long they are, and which words they have: all that planner and
// scorers ask of an index as a whole. It may be one, or several on other machines, whose scores are
// equal only because they are made of the numbers of all (docs/nodes.md).
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ibid {

// Of one state. Thread: one object, one thread. May throw Xapian::Error and whatever the readers of
// the tables throw.
class Statistics {
 public:
  Statistics() = default;
  virtual ~Statistics() = default;
  Statistics(const Statistics&) = delete;
  Statistics& operator=(const Statistics&) = delete;

  virtual Xapian::doccount documents() = 0;  // deleted ones, too
  virtual double average_length() = 0;       // in words, of all of them
  // How many passages have the term; 0: none.
  virtual Xapian::doccount frequency(const std::string& term) = 0;
  virtual bool has_terms_beginning(const std::string& prefix) = 0;
  // The first term that begins with `prefix` and is not before `term`, which is not empty.
  virtual std::optional<std::string> first_term_from(const std::string& term,
                                                     const std::string& prefix) = 0;
  // Calls `take` for each term that begins with `prefix` and is not before `first`, in their order,
  // until it returns false.
  using Take = std::function<bool(const std::string& term)>;
  virtual void each_term(const std::string& prefix, const std::string& first, const Take& take) = 0;
  // The frequencies of these will be asked for: several at once cost little more than one, where
  // each is a message.
  virtual void expect(std::span<const std::string> /*terms*/) {}
};

// Those of a database, asked through Xapian.
class DatabaseStatistics : public Statistics {
 public:
  explicit DatabaseStatistics(Xapian::Database database) : database_(std::move(database)) {}

  Xapian::doccount documents() override { return database_.get_doccount(); }
  double average_length() override { return database_.get_average_length(); }
  Xapian::doccount frequency(const std::string& term) override {
    return database_.get_termfreq(term);
  }
  bool has_terms_beginning(const std::string& prefix) override;
  std::optional<std::string> first_term_from(const std::string& term,
                                             const std::string& prefix) override;
  void each_term(const std::string& prefix, const std::string& first, const Take& take) override;

 protected:
  Xapian::Database database_;
};

}  // namespace ibid
