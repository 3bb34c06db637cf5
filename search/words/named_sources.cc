// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/named_sources.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

#include "corpus/report/source_id.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/term.h"
#include "indexer/records/order_value.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/stored_reports.h"
#include "indexer/schema.h"
#include "search/index/index_metadata.h"

namespace ibid {
namespace {

// Surface and stem forms, as terms of the body.
using Forms = std::vector<std::string>;

bool is_compared(FormKind kind) {
  return kind == FormKind::kSurface || kind == FormKind::kStem || kind == FormKind::kLemma;
}

class WordReader {
 public:
  explicit WordReader(Analyzer& analyzer) : analyzer_(analyzer) {}

  // Of each word; stop words only if there is nothing else.
  std::vector<Forms> words_of(std::string_view text) {
    analyzer_.analyze(text, analysis_);
    const bool only_stops =
        std::all_of(analysis_.words.begin(), analysis_.words.end(),
                    [](const Word& word) { return word.weightiness == Weightiness::kStop; });
    std::vector<Forms> words;
    for (const Word& word : analysis_.words) {
      if (word.weightiness == Weightiness::kStop && !only_stops) continue;
      words.push_back(forms_of(word));
    }
    return words;
  }

  // Whether `text` has a form of each word.
  bool has_all(std::string_view text, const std::vector<Forms>& words) {
    analyzer_.analyze(text, analysis_);
    std::unordered_set<std::string> forms;
    for (const Word& word : analysis_.words) {
      for (std::string& form : forms_of(word)) forms.insert(std::move(form));
    }
    return std::all_of(words.begin(), words.end(), [&](const Forms& word) {
      return std::any_of(word.begin(), word.end(),
                         [&](const std::string& form) { return forms.contains(form); });
    });
  }

 private:
  Forms forms_of(const Word& word) const {
    Forms forms;
    for (const Form* form = analysis_.begin_of(word); form != analysis_.end_of(word); ++form) {
      if (!is_compared(form->kind)) continue;
      forms.push_back(form_term(TextField::kBody, form->kind, analysis_.text(*form)));
    }
    return forms;
  }

  Analyzer& analyzer_;
  Analysis analysis_;
};

// "https://en.yna.co.kr/view/AEN1" -> "en yna co kr".
std::string words_of_host(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  std::string host(url.substr(0, url.find_first_of("/?#")));
  std::replace(host.begin(), host.end(), '.', ' ');
  return host;
}

std::string told_words(const ListedSource& entry, SourceWords which) {
  const bool told = !entry.publisher.empty() || !entry.author.empty();
  std::string words = entry.publisher + "\n" + entry.author + "\n" + words_of_host(entry.url);
  if (which == SourceWords::kAll || !told) words += "\n" + entry.title;
  if (which == SourceWords::kAll) words += "\n" + entry.date;
  return words;
}

class SourceFinder {
 public:
  SourceFinder(const IndexView& index, Analyzer& analyzer, std::string_view words,
               SourceWords which)
      : index_(index),
        reader_(analyzer),
        words_(reader_.words_of(words)),
        name_(folded_text(words)),
        which_(which) {}

  NamedSources find() {
    if (words_.empty()) return {};
    look_in_lists();
    if (which_ != SourceWords::kPublisherName) look_in_citations();
    NamedSources named;
    named.cut = found_.size() > kMostNamedSources;
    for (const std::string& source : found_) {
      if (named.sources.size() == kMostNamedSources) break;
      named.sources.push_back(source);
    }
    return named;
  }

 private:
  // The reports in whose lists all words occur; which entry has them is told by its record.
  void look_in_lists() {
    std::vector<Xapian::Query> entries = {of_kind(PassageKind::kSource)};
    if (which_ == SourceWords::kPublisherName) entries.push_back(of_kind(PassageKind::kNote));
    std::optional<std::set<std::string>> reports;
    for (const Forms& word : words_) {
      std::vector<Xapian::Query> any;
      for (const std::string& form : word) any.emplace_back(form);
      std::set<std::string> its = reports_with(
          {Xapian::Query::OP_FILTER, Xapian::Query(Xapian::Query::OP_OR, any.begin(), any.end()),
           Xapian::Query(Xapian::Query::OP_OR, entries.begin(), entries.end())});
      if (reports) std::erase_if(its, [&](const auto& id) { return !reports->contains(id); });
      reports = std::move(its);
    }
    for (const std::string& id : *reports) {
      const auto record = report_record(index_, id);
      if (!record) continue;
      for (const ListedSource& entry : record->report.listed_sources) take(entry);
    }
  }

  static Xapian::Query of_kind(PassageKind kind) {
    return Xapian::Query(std::string(schema::kKind) + to_string(kind));
  }

  std::set<std::string> reports_with(const Xapian::Query& query) const {
    Xapian::Enquire enquire(index_.database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    std::set<std::string> reports;
    const Xapian::MSet found = enquire.get_mset(0, index_.database.get_doccount());
    for (auto it = found.begin(); it != found.end(); ++it) {
      const std::string order = it.get_document().get_value(schema::kSlotOrder);
      if (!order.empty()) reports.emplace(read_order_value(order).report_id);
    }
    return reports;
  }

  void take(const ListedSource& entry) {
    if (which_ == SourceWords::kPublisherName) {
      if (!entry.id.empty() && folded_text(entry.publisher) == name_) found_.insert(entry.id);
      return;
    }
    if (!reader_.has_all(told_words(entry, which_), words_)) return;
    for (const std::string* name : {&entry.id, &entry.url, &entry.title}) {
      if (!name->empty() && is_source(*name)) found_.insert(*name);
    }
  }

  bool is_source(const std::string& name) const {
    return has_live(index_, value_term(schema::kCites, name)) ||
           has_live(index_, value_term(schema::kLists, name));
  }

  // Words and addresses that passages cite, whether a list has them or not.
  void look_in_citations() {
    const std::string all(1, schema::kCites);
    statistics(index_).each_term(all, all, [this](const std::string& term) {
      look_in(term);
      return true;
    });
  }

  void look_in(const std::string& term) {
    const std::string source = term.substr(1);
    if (source.size() >= schema::kMaxTermBytes) return;  // may be cut
    const Citation::Form form = source_form(source);
    if (form != Citation::Form::kOther && form != Citation::Form::kUrl) return;
    const std::string text = form == Citation::Form::kUrl ? words_of_host(source) : source;
    if (reader_.has_all(text, words_) && has_live(index_, term)) found_.insert(source);
  }

  const IndexView& index_;
  WordReader reader_;
  std::vector<Forms> words_;
  std::string name_;  // folded
  SourceWords which_;
  std::set<std::string> found_;
};

}  // namespace

NamedSources sources_named(const IndexView& index, Analyzer& analyzer, std::string_view words,
                           SourceWords which) {
  return SourceFinder(index, analyzer, words, which).find();
}

}  // namespace ibid
