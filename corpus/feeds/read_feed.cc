// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feeds/read_feed.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "corpus/error.h"
#include "corpus/feeds/feed_elements.h"
#include "corpus/feeds/feed_text.h"
#include "corpus/text/code_points.h"
#include "corpus/xml/parse_xml.h"

namespace ibid {
namespace {

enum class Kind { kNone, kRss, kAtom };

constexpr std::string_view kFieldOf[] = {"id",  "title",  "text",      "date",
                                         "url", "author", "publisher", "language"};

struct Field {
  std::string value;
  int rank = 0;
  std::string_view rule;
};
using Fields = std::map<FeedUse, Field>;

void put(const FeedElement& element, const std::string& value, Fields& fields) {
  if (trim(value).empty()) return;
  const Field field{value, element.rank, element.rule};
  const auto [at, added] = fields.try_emplace(element.use, field);
  if (!added && element.rank < at->second.rank) at->second = field;
}

void put_language(const XmlElement& element, const char* rule, Fields& fields) {
  constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";
  const XmlAttribute* const language = element.find(kXml, "lang");
  if (language == nullptr) return;
  put({"lang", FeedUse::kLanguage, 0, rule}, std::string(language->value), fields);
}

// The element whose text is being collected.
struct Capture {
  FeedElement element;
  std::size_t depth = 0;
  bool of_feed = false;  // not of an entry
  EntryText text;
  std::uint64_t inner_begin = 0;  // of XHTML: its markup counts, too; else 0
};

class FeedHandler : public XmlHandler {
 public:
  FeedHandler(const ReaderInput& input, const FeedText& source, const TakeDocument& take)
      : source_(source),
        rss_(input, FileFormat::kRss, take),
        atom_(input, FileFormat::kAtom, take) {}

  void start(const XmlElement& element) override {
    last_end_ = element.bytes.end;
    path_.emplace_back(element.name);
    if (capture_) return;
    if (path_.size() == 1) return start_root(element);
    if (item_depth_ == 0 && is_item(element)) return start_item(element);
    if (item_depth_ > 0) {
      start_in_item(element);
    } else {
      start_in_feed(element);
    }
  }

  void text(std::string_view text, ByteRange bytes) override {
    last_end_ = bytes.end;
    if (!capture_ || capture_->inner_begin != 0) return;
    source_.append(capture_->text.text, text, bytes);
  }

  void end(std::string_view, std::string_view) override {
    if (capture_ && capture_->depth == path_.size()) finish_capture();
    if (item_depth_ != 0 && item_depth_ == path_.size()) finish_item();
    path_.pop_back();
  }

  std::vector<std::string> finish() {
    for (std::string& note : source_.notes()) documents().add_note(std::move(note));
    return documents().finish("no entry of the feed has a text");
  }

 private:
  FeedDocuments& documents() { return kind_ == Kind::kAtom ? atom_ : rss_; }

  void start_root(const XmlElement& element) {
    if (element.name == "rss" || element.name == "RDF") kind_ = Kind::kRss;
    if (element.name == "feed") kind_ = Kind::kAtom;
    if (kind_ == Kind::kNone) {
      throw Error(ErrorKind::kInput,
                  fmt::format("it is XML, but neither RSS nor Atom: its outer element is {}",
                              element.name));
    }
    feed_space_ = element.space;
    if (kind_ == Kind::kAtom) put_language(element, "xml:lang of the feed", feed_);
  }

  bool is_item(const XmlElement& element) const {
    if (kind_ == Kind::kAtom) {
      return element.name == "entry" && path_.size() == 2 && element.space == feed_space_;
    }
    // Below the channel in RSS 2.0, beside it in RSS 1.0.
    return element.name == "item" && path_.size() <= 3;
  }

  void start_item(const XmlElement& element) {
    item_depth_ = path_.size();
    item_space_ = element.space;
    entry_ = {};
    fields_.clear();
    texts_.clear();
    if (kind_ == Kind::kAtom) return put_language(element, "xml:lang", fields_);
    const std::string_view about = element.value("about");
    if (!about.empty()) put({"about", FeedUse::kId, 1, "rdf:about"}, std::string(about), fields_);
  }

  // The path of the element below the item or feed: "author/name".
  std::string path_from(std::size_t depth) const {
    std::string path;
    for (std::size_t i = depth; i < path_.size(); ++i) path += (i > depth ? "/" : "") + path_[i];
    return path;
  }

  void start_in_item(const XmlElement& element) {
    const bool own = element.space == item_space_;
    if (kind_ == Kind::kAtom) {
      if (!own || path_.size() > item_depth_ + 2) return;
      if (element.name == "link" && path_.size() == item_depth_ + 1) return take_link(element);
      if (const auto known = atom_element(path_from(item_depth_))) begin_capture(*known, element);
      return;
    }
    if (path_.size() != item_depth_ + 1) return;
    if (const auto known = rss_element(element.space, element.name, own)) {
      begin_capture(*known, element);
    }
  }

  void start_in_feed(const XmlElement& element) {
    if (kind_ == Kind::kAtom) {
      if (element.space != feed_space_ || path_.size() > 3) return;
      if (const auto known = atom_feed_element(path_from(1))) begin_capture(*known, element, true);
      return;
    }
    if (path_.size() == 2 && element.name == "channel") feed_space_ = element.space;
    if (path_.size() != 3 || path_[1] != "channel") return;
    const bool own = element.space == feed_space_;
    if (const auto known = rss_channel_element(element.space, element.name, own)) {
      begin_capture(*known, element, true);
    }
  }

  void take_link(const XmlElement& element) {
    const std::string_view rel = element.value("rel");
    if (!rel.empty() && rel != "alternate") return;
    put({"link", FeedUse::kUrl, 0, "Atom link"}, std::string(element.value("href")), fields_);
  }

  void begin_capture(const FeedElement& known, const XmlElement& element, bool of_feed = false) {
    capture_.emplace();
    capture_->element = known;
    capture_->depth = path_.size();
    capture_->of_feed = of_feed;
    if (kind_ != Kind::kAtom) return;
    const std::string_view type = element.value("type");
    // Of Atom's texts only; what else a type says is of files that the entry leads to.
    if (type == "xhtml" || type == "application/xhtml+xml") {
      capture_->inner_begin = element.bytes.end;
      capture_->text.markup = EntryText::Markup::kHtml;
    } else if (type.empty() || type == "text" || type == "text/plain") {
      capture_->text.markup = EntryText::Markup::kNone;
    }
  }

  void finish_capture() {
    Capture done = std::move(*capture_);
    capture_.reset();
    if (done.inner_begin != 0) {
      source_.append_markup(done.text.text, done.inner_begin, last_end_, path_.back());
    }
    if (trim(done.text.text.text).empty()) return;
    const FeedUse use = done.element.use;
    if (use == FeedUse::kText) {
      texts_.try_emplace(done.element.rank, std::move(done.text));
    } else if (use == FeedUse::kTitle) {
      if (!entry_.title.text.text.empty()) return;
      entry_.title = std::move(done.text);
      entry_.title_rule = done.element.rule;
    } else {
      put(done.element, std::move(done.text.text.text), done.of_feed ? feed_ : fields_);
    }
  }

  void finish_item() {
    for (const auto* fields : {&fields_, &feed_}) {
      for (const auto& [use, field] : *fields) {
        if (use == FeedUse::kId) {
          if (entry_.id.empty()) entry_.id = field.value;
          continue;
        }
        entry_.fields.push_back({std::string(kFieldOf[static_cast<std::size_t>(use)]), field.value,
                                 std::string(field.rule)});
      }
    }
    const bool has_url = fields_.contains(FeedUse::kUrl);
    if (!has_url && entry_.id.starts_with("http")) {
      entry_.fields.push_back({"url", entry_.id, kind_ == Kind::kAtom ? "Atom id" : "RSS guid"});
    }
    if (!texts_.empty()) entry_.texts.push_back(std::move(texts_.begin()->second));
    documents().add(std::move(entry_));
    item_depth_ = 0;
  }

  const FeedText& source_;
  FeedDocuments rss_, atom_;
  Kind kind_ = Kind::kNone;
  std::vector<std::string> path_;
  std::string feed_space_, item_space_;
  std::size_t item_depth_ = 0;  // elements around and with the item; 0: outside of one
  Fields feed_, fields_;
  std::map<int, EntryText> texts_;  // by rank
  FeedEntry entry_;
  std::optional<Capture> capture_;
  std::uint64_t last_end_ = 0;  // of the last start tag or text
};

}  // namespace

std::vector<std::string> stream_feed(const ReaderInput& input, const TakeDocument& take) {
  const FeedText source(input.bytes, input.assumed);
  FeedHandler handler(input, source, take);
  parse_xml("feed", source.xml(), handler, input.limits, XmlDoctype::kIgnored);
  return handler.finish();
}

std::vector<ExtractedFile> read_feed(const ReaderInput& input) {
  return collect_documents(input,
                           [&](const TakeDocument& take) { return stream_feed(input, take); });
}

}  // namespace ibid
