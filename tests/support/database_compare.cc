// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/database_compare.h"

#include <fmt/core.h>

#include <set>
#include <sstream>
#include <string_view>

namespace ibid::testing {
namespace {

constexpr std::size_t kMostDifferences = 50;
constexpr Xapian::docid kSkips = 40;  // per list
constexpr Xapian::doccount kRanked = 50;

std::string printable(std::string_view bytes) {
  std::string text;
  for (const char c : bytes.substr(0, 60)) {
    if (c >= ' ' && c <= '~') {
      text += c;
    } else {
      text += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    }
  }
  return bytes.size() > 60 ? text + fmt::format("... ({} bytes)", bytes.size()) : text;
}
std::string printable(std::uint64_t value) { return std::to_string(value); }
std::string printable(double value) { return fmt::format("{}", value); }

class Comparison {
 public:
  Comparison(const Xapian::Database& a, const Xapian::Database& b) : a_(a), b_(b) {}

  std::vector<std::string> run() {
    compare_totals();
    compare_metadata();
    compare_terms();
    compare_documents();
    for (const Xapian::valueno slot : slots_) compare_slot(slot);
    compare_rankings();
    return std::move(found_);
  }

 private:
  bool full() const { return found_.size() >= kMostDifferences; }

  // Calls `what` only for a difference.
  template <class T, class What>
  bool same(const T& a, const T& b, What&& what) {
    if (a == b) return true;
    if (!full()) found_.push_back(what() + ": " + printable(a) + " and " + printable(b));
    return false;
  }
  static auto named(const char* name) {
    return [name] { return std::string(name); };
  }

  // Walks two lists side by side; `each` compares the current entries. Returns false if one list
  // ends before the other.
  template <class Iterator, class What, class Each>
  void walk(Iterator a, const Iterator& a_end, Iterator b, const Iterator& b_end, What&& what,
            Each&& each) {
    for (; a != a_end && b != b_end && !full(); ++a, ++b) {
      if (!each(a, b)) return;
    }
    if (full()) return;
    if (a != a_end) found_.push_back(what() + ": the first has more");
    if (b != b_end) found_.push_back(what() + ": the second has more");
  }

  void compare_totals() {
    same<std::uint64_t>(a_.get_doccount(), b_.get_doccount(), named("documents"));
    same<std::uint64_t>(a_.get_lastdocid(), b_.get_lastdocid(), named("last docid"));
    same<std::uint64_t>(a_.get_total_length(), b_.get_total_length(), named("total length"));
    same(a_.get_avlength(), b_.get_avlength(), named("average length"));
    same<std::uint64_t>(a_.get_doclength_lower_bound(), b_.get_doclength_lower_bound(),
                        named("least length"));
    same<std::uint64_t>(a_.get_doclength_upper_bound(), b_.get_doclength_upper_bound(),
                        named("greatest length"));
  }

  void compare_metadata() {
    walk(a_.metadata_keys_begin(), a_.metadata_keys_end(), b_.metadata_keys_begin(),
         b_.metadata_keys_end(), named("metadata keys"), [&](auto& a, auto& b) {
           const std::string key = *a;
           const auto what = [&] { return "metadata " + printable(key); };
           return same(key, *b, named("metadata key")) &&
                  same(a_.get_metadata(key), b_.get_metadata(key), what);
         });
  }

  void compare_terms() {
    walk(a_.allterms_begin(), a_.allterms_end(), b_.allterms_begin(), b_.allterms_end(),
         named("terms"), [&](auto& a, auto& b) {
           const std::string term = *a;
           if (!same(term, *b, named("term"))) return false;
           const auto of_term = [&](const char* what) {
             return [&term, what] { return what + (" of term " + printable(term)); };
           };
           same<std::uint64_t>(a.get_termfreq(), b.get_termfreq(), of_term("frequency listed"));
           same<std::uint64_t>(a_.get_termfreq(term), b_.get_termfreq(term), of_term("frequency"));
           same<std::uint64_t>(a_.get_collection_freq(term), b_.get_collection_freq(term),
                               of_term("collection frequency"));
           same<std::uint64_t>(a_.get_wdf_upper_bound(term), b_.get_wdf_upper_bound(term),
                               of_term("wdf bound"));
           compare_postings(term);
           return true;
         });
  }

  void compare_postings(const std::string& term) {
    std::uint64_t count = 0;
    walk(
        a_.postlist_begin(term), a_.postlist_end(term), b_.postlist_begin(term),
        b_.postlist_end(term), [&] { return "postings of " + printable(term); },
        [&](auto& a, auto& b) {
          ++count;
          const Xapian::docid docid = *a;
          const auto in_document = [&](const char* what) {
            return [&term, what, docid] {
              return fmt::format("{} of {} in document {}", what, printable(term), docid);
            };
          };
          if (!same<std::uint64_t>(docid, *b, in_document("document"))) return false;
          same<std::uint64_t>(a.get_wdf(), b.get_wdf(), in_document("wdf"));
          return true;
        });
    if (count > 1000) compare_skips(term);
  }

  void compare_skips(const std::string& term) {
    const Xapian::docid step = a_.get_lastdocid() / kSkips + 1;
    auto a = a_.postlist_begin(term);
    auto b = b_.postlist_begin(term);
    for (Xapian::docid target = 1; target != 0 && target <= a_.get_lastdocid(); target += step) {
      a.skip_to(target);
      b.skip_to(target);
      const bool a_ends = a == a_.postlist_end(term);
      const bool b_ends = b == b_.postlist_end(term);
      const auto what = [&] { return fmt::format("{} skipped to {}", printable(term), target); };
      same<std::uint64_t>(a_ends ? 0 : *a, b_ends ? 0 : *b, what);
      if (a_ends || b_ends) return;
      same<std::uint64_t>(a.get_doclength(), b.get_doclength(), what);
    }
  }

  void compare_documents() {
    walk(a_.postlist_begin(""), a_.postlist_end(""), b_.postlist_begin(""), b_.postlist_end(""),
         named("documents listed"), [&](auto& a, auto& b) {
           if (!same<std::uint64_t>(*a, *b, named("docid"))) return false;
           compare_document(*a);
           return true;
         });
  }

  void compare_document(Xapian::docid docid) {
    const auto of = [&](const char* what) {
      return [what, docid] { return fmt::format("{} of document {}", what, docid); };
    };
    same<std::uint64_t>(a_.get_doclength(docid), b_.get_doclength(docid), of("length"));
    same<std::uint64_t>(a_.get_unique_terms(docid), b_.get_unique_terms(docid), of("unique terms"));
    walk(a_.termlist_begin(docid), a_.termlist_end(docid), b_.termlist_begin(docid),
         b_.termlist_end(docid), of("termlist"), [&](auto& a, auto& b) {
           same<std::uint64_t>(a.get_wdf(), b.get_wdf(), of("wdf in the termlist"));
           return same(*a, *b, of("term"));
         });
    const Xapian::Document a = a_.get_document(docid);
    const Xapian::Document b = b_.get_document(docid);
    same(a.get_data(), b.get_data(), of("data"));
    walk(a.values_begin(), a.values_end(), b.values_begin(), b.values_end(), of("values"),
         [&](auto& v, auto& w) {
           slots_.insert(v.get_valueno());
           return same<std::uint64_t>(v.get_valueno(), w.get_valueno(), of("slot")) &&
                  same(*v, *w, of("value"));
         });
  }

  void compare_slot(Xapian::valueno slot) {
    const auto of = [&](const char* what) {
      return [what, slot] { return fmt::format("{} of slot {}", what, slot); };
    };
    same<std::uint64_t>(a_.get_value_freq(slot), b_.get_value_freq(slot), of("frequency"));
    same(a_.get_value_lower_bound(slot), b_.get_value_lower_bound(slot), of("least value"));
    same(a_.get_value_upper_bound(slot), b_.get_value_upper_bound(slot), of("greatest value"));
    walk(a_.valuestream_begin(slot), a_.valuestream_end(slot), b_.valuestream_begin(slot),
         b_.valuestream_end(slot), of("stream"), [&](auto& a, auto& b) {
           return same<std::uint64_t>(a.get_docid(), b.get_docid(), of("document in the stream")) &&
                  same(*a, *b, of("value in the stream"));
         });
  }

  // Some terms from all over: alone, any of them, neighbours near each other.
  void compare_rankings() {
    std::vector<std::string> terms;
    for (auto it = a_.allterms_begin(); it != a_.allterms_end(); ++it) terms.push_back(*it);
    std::vector<Xapian::Query> queries, some;
    for (std::size_t i = 0; i < terms.size(); i += terms.size() / 10 + 1) {
      const Xapian::Query one(terms[i]);
      const Xapian::Query next(terms[(i + 1) % terms.size()]);
      queries.push_back(one);
      queries.emplace_back(Xapian::Query::OP_NEAR, one, next);
      some.push_back(one);
    }
    queries.emplace_back(Xapian::Query::OP_OR, some.begin(), some.end());
    for (const Xapian::Query& query : queries) {
      const auto what = [&] { return "ranking of " + printable(query.get_description()); };
      Xapian::Enquire in_a(a_), in_b(b_);
      in_a.set_query(query);
      in_b.set_query(query);
      const Xapian::MSet found_a = in_a.get_mset(0, kRanked);
      const Xapian::MSet found_b = in_b.get_mset(0, kRanked);
      walk(found_a.begin(), found_a.end(), found_b.begin(), found_b.end(), what,
           [&](auto& x, auto& y) {
             return same<std::uint64_t>(*x, *y, what) && same(x.get_weight(), y.get_weight(), what);
           });
    }
  }

  const Xapian::Database& a_;
  const Xapian::Database& b_;
  std::set<Xapian::valueno> slots_;  // seen in documents
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> differences(const Xapian::Database& a, const Xapian::Database& b) {
  return Comparison(a, b).run();
}

std::string check_errors(const std::string& folder) {
  std::ostringstream report;
  try {
    const std::size_t errors = Xapian::Database::check(folder, 0, &report);
    return errors == 0 ? "" : fmt::format("{} errors: {}", errors, report.str());
  } catch (const Xapian::Error& error) {
    return error.get_description();
  }
}

}  // namespace ibid::testing
