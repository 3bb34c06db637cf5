// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/alias_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locdspnm.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string_view>

#include "corpus/text/code_points.h"
#include "indexer/names/alias_key.h"
#include "indexer/names/own_names.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

// "홍콩(중국 특별행정구)" -> "홍콩": the text in brackets explains and is not part of the name.
std::string without_brackets(const std::string& name) {
  return std::string(trim(std::string_view(name).substr(0, name.find('('))));
}

void add(std::vector<std::string>& names, const std::string& name) {
  const std::string bare = without_brackets(name);
  if (bare.empty() || std::find(names.begin(), names.end(), bare) != names.end()) return;
  names.push_back(bare);
  const std::size_t ampersand = bare.find(" & ");
  if (ampersand != std::string::npos) {
    names.push_back(bare.substr(0, ampersand) + " and " + bare.substr(ampersand + 3));
  }
}

// Adds what is written `a|~b|c`: ~ goes before a loose name.
void add_list(std::vector<std::string>& names, std::vector<std::string>& loose,
              std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    const bool is_loose = list.front() == '~';
    const std::size_t begin = is_loose ? 1 : 0;
    add(is_loose ? loose : names, std::string(list.substr(begin, end - begin)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_hangul(next_code_point(text, at))) return true;
  }
  return false;
}

// One language's names in ICU.
class Names {
 public:
  explicit Names(const char* language)
      : locale_(language),
        standard_(display(UDISPCTX_LENGTH_FULL)),
        short_(display(UDISPCTX_LENGTH_SHORT)) {
    UErrorCode status = U_ZERO_ERROR;
    zones_.reset(icu::TimeZoneNames::createInstance(locale_, status));
    symbols_ = std::make_unique<icu::DateFormatSymbols>(locale_, status);
  }

  void add_region(const char* code, std::vector<std::string>& names) const {
    for (const auto* kind : {standard_.get(), short_.get()}) {
      icu::UnicodeString name;
      kind->regionDisplayName(code, name);
      if (utf8(name) != code || kind == short_.get()) add(names, utf8(name));
    }
  }
  std::string language(const char* code) const {
    icu::UnicodeString name;
    return utf8(standard_->languageDisplayName(code, name));
  }
  // For a code without a name, ICU returns the very buffer passed in, so that must live on.
  std::string currency(icu::UnicodeString code, bool plural) const {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t size = 0;
    const char16_t* iso = code.getTerminatedBuffer();
    const char16_t* name =
        plural ? ucurr_getPluralName(iso, locale_.getName(), nullptr, "other", &size, &status)
               : ucurr_getName(iso, locale_.getName(), UCURR_LONG_NAME, nullptr, &size, &status);
    return U_SUCCESS(status) ? utf8(icu::UnicodeString(name, size)) : "";
  }
  std::string city(const icu::UnicodeString& zone) const {
    icu::UnicodeString name;
    zones_->getExemplarLocationName(zone, name);
    return name.isBogus() ? "" : utf8(name);
  }
  std::vector<std::string> months_and_days() const {
    std::vector<std::string> names;
    using Symbols = icu::DateFormatSymbols;
    std::int32_t count = 0;
    const icu::UnicodeString* list = symbols_->getMonths(count, Symbols::STANDALONE, Symbols::WIDE);
    std::transform(list, list + count, std::back_inserter(names), utf8);
    list = symbols_->getWeekdays(count, Symbols::STANDALONE, Symbols::WIDE);
    std::transform(list, list + count, std::back_inserter(names), utf8);  // [0] is empty
    return names;
  }

 private:
  std::unique_ptr<icu::LocaleDisplayNames> display(UDisplayContext length) const {
    UDisplayContext contexts[] = {length};
    return std::unique_ptr<icu::LocaleDisplayNames>(
        icu::LocaleDisplayNames::createInstance(locale_, contexts, 1));
  }

  icu::Locale locale_;
  std::unique_ptr<icu::LocaleDisplayNames> standard_, short_;
  std::unique_ptr<icu::TimeZoneNames> zones_;
  std::unique_ptr<icu::DateFormatSymbols> symbols_;
};

class Collector {
 public:
  std::vector<NameGroup> collect() {
    regions();
    languages();
    currencies();
    cities();
    months_and_days();
    std::erase_if(groups_, [](const NameGroup& group) {
      return (group.english.empty() && group.loose.empty()) ||
             std::none_of(group.korean.begin(), group.korean.end(),
                          [](const std::string& name) { return has_hangul(name); });
    });
    return std::move(groups_);
  }

 private:
  void regions() {
    std::map<std::string, std::size_t> by_code;
    const auto region = [&](const char* code) {
      NameGroup group;
      english_.add_region(code, group.english);
      korean_.add_region(code, group.korean);
      by_code[code] = groups_.size();
      groups_.push_back(std::move(group));
    };
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      region(*code);
    }
    for (const char* code : {"EU", "UN", "XK"}) region(code);
    for (const std::span<const OwnNames> list : own_names()) {
      for (const OwnNames& own : list) {
        const auto known = by_code.find(own.region);
        if (known == by_code.end()) groups_.emplace_back();
        NameGroup& group = known == by_code.end() ? groups_.back() : groups_[known->second];
        add_list(group.english, group.loose, own.english);
        add_list(group.korean, group.loose, own.korean);
      }
    }
    for (const auto& [code, at] : by_code) {
      // The ICU names of a region come first, so that its people are found by them.
      for (const std::string& name : groups_[at].korean) region_of_.emplace(name, at);
    }
  }

  void languages() {
    constexpr std::string_view kLanguage = "어";
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
      if (std::string_view(*code).size() != 2) continue;  // the others do not occur in news
      const std::string english = english_.language(*code), korean = korean_.language(*code);
      groups_.push_back({{english}, {korean}});
      if (!korean.ends_with(kLanguage)) continue;
      const auto region = region_of_.find(korean.substr(0, korean.size() - kLanguage.size()));
      if (region != region_of_.end()) add(groups_[region->second].loose, english);
    }
  }

  void currencies() {
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration* codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
    while (const char16_t* code = uenum_unext(codes, nullptr, &status)) {
      NameGroup group;
      add(group.english, english_.currency(code, false));
      add(group.english, english_.currency(code, true));
      add(group.korean, korean_.currency(code, false));
      groups_.push_back(std::move(group));
    }
    uenum_close(codes);
  }

  void cities() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
        UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
    while (const icu::UnicodeString* zone = zones ? zones->snext(status) : nullptr) {
      groups_.push_back({{english_.city(*zone)}, {korean_.city(*zone)}});
    }
  }

  void months_and_days() {
    const std::vector<std::string> english = english_.months_and_days();
    const std::vector<std::string> korean = korean_.months_and_days();
    for (std::size_t i = 0; i < std::min(english.size(), korean.size()); ++i) {
      if (english[i] == "May") continue;  // also the verb, and letter case does not count
      groups_.push_back({{english[i]}, {korean[i]}});
    }
  }

  Names english_{"en"}, korean_{"ko"};
  std::vector<NameGroup> groups_;
  std::map<std::string, std::size_t> region_of_;  // Korean name -> group
};

// One syllable (놈, 원) is too many words at once; 6월 is two.
bool tells_enough(const std::string& key) {
  if (key.find(' ') != std::string::npos) return true;
  constexpr std::size_t kSyllableBytes = 3, kFewestLetters = 2;
  return key.size() >= (has_hangul(key) ? 2 * kSyllableBytes : kFewestLetters);
}

}  // namespace

std::vector<NameGroup> name_groups() { return Collector().collect(); }

std::vector<std::pair<std::string, std::string>> alias_names(Analyzer& analyzer) {
  std::map<std::string, std::vector<std::string>> others;  // by key, each name once
  const auto add_direction = [&](const std::vector<std::string>& from,
                                 const std::vector<std::string>& to) {
    for (const std::string& name : from) {
      const std::string key = alias_key(name, analyzer);
      if (!tells_enough(key)) continue;
      for (const std::string& other : to) {
        const std::string other_key = alias_key(other, analyzer);
        if (tells_enough(other_key) && other_key != key) add(others[key], other);
      }
    }
  };
  for (const NameGroup& group : name_groups()) {
    for (const auto* names : {&group.korean, &group.english}) {
      add_direction(group.english, *names);
      add_direction(group.korean, *names);
    }
    add_direction(group.loose, group.korean);
    add_direction(group.korean, group.loose);
  }
  std::map<std::string, std::string> rows;
  for (const auto& [key, names] : others) {
    std::string& row = rows[schema::kMetaAlias + key.substr(0, key.find(' '))];
    row += key;
    for (const std::string& name : names) row += schema::kAliasSeparator + name;
    row += '\n';
  }
  return {rows.begin(), rows.end()};
}

}  // namespace ibid
