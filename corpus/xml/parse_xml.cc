// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/parse_xml.h"

#include <expat.h>
#include <fmt/core.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr char kSeparator = '\x1F';  // can be in no XML, not even as a reference
constexpr std::size_t kChunk = 64 * 1024;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

struct SplitName {
  explicit SplitName(const char* full) : name(full) {
    const std::size_t at = name.find(kSeparator);
    if (at == std::string_view::npos) return;
    space = name.substr(0, at);
    name.remove_prefix(at + 1);
  }
  std::string_view space, name;
};

class Parsing {
 public:
  Parsing(std::string_view part_name, std::string_view bytes, XmlHandler& handler,
          const ReaderLimits& limits, XmlDoctype doctype)
      : part_name_(part_name),
        bytes_(bytes),
        handler_(handler),
        depth_limit_(limits.depth),
        doctype_(doctype),
        parser_(XML_ParserCreateNS(nullptr, kSeparator)) {
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetXmlDeclHandler(parser_.get(), on_declaration);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
    if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE") ||
        bytes.starts_with(std::string_view("\0<", 2)) ||
        bytes.starts_with(std::string_view("<\0", 2))) {
      width_ = Width::kUtf16;
    }
  }

  void run() {
    for (std::size_t at = 0; at == 0 || at < bytes_.size(); at += kChunk) {
      const std::string_view piece = bytes_.substr(at, kChunk);
      const bool last = at + piece.size() == bytes_.size();
      const XML_Status status =
          XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last);
      if (thrown_) std::rethrow_exception(thrown_);
      if (status != XML_STATUS_OK) fail(XML_ErrorString(XML_GetErrorCode(parser_.get())));
    }
  }

 private:
  // How many bytes of the part a character takes.
  enum class Width { kUtf8, kUtf16, kOne };

  [[noreturn]] void fail(std::string_view why) const {
    throw Error(ErrorKind::kInput, fmt::format("its part {} is damaged at line {} ({})", part_name_,
                                               XML_GetCurrentLineNumber(parser_.get()), why));
  }

  ByteRange event() const {
    const auto begin = static_cast<std::uint64_t>(XML_GetCurrentByteIndex(parser_.get()));
    return {begin, begin + static_cast<std::uint64_t>(XML_GetCurrentByteCount(parser_.get()))};
  }

  // No exception may cross the C code.
  template <typename Call>
  static void guarded(void* self, Call call) {
    auto& parsing = *static_cast<Parsing*>(self);
    if (parsing.thrown_) return;
    try {
      call(parsing);
    } catch (...) {
      parsing.thrown_ = std::current_exception();
      XML_StopParser(parsing.parser_.get(), XML_FALSE);
    }
  }

  static void on_start(void* self, const char* name, const char** attributes) {
    guarded(self, [&](Parsing& parsing) { parsing.start(SplitName(name), attributes); });
  }
  static void on_end(void* self, const char* name) {
    guarded(self, [&](Parsing& parsing) {
      --parsing.depth_;
      const SplitName split(name);
      parsing.handler_.end(split.space, split.name);
    });
  }
  static void on_text(void* self, const char* text, int length) {
    guarded(self, [&](Parsing& parsing) {
      parsing.text({text, static_cast<std::size_t>(length)}, parsing.event());
    });
  }
  static void on_declaration(void* self, const char*, const char* encoding, int) {
    guarded(self, [&](Parsing& parsing) {
      const std::string name = encoding == nullptr ? "" : ascii_lower(encoding);
      if (name == "iso-8859-1" || name == "us-ascii") parsing.width_ = Width::kOne;
    });
  }
  static void on_doctype(void* self, const char*, const char*, const char*, int has_subset) {
    guarded(self, [&](Parsing& parsing) {
      if (parsing.doctype_ == XmlDoctype::kRefused || has_subset != 0) {
        parsing.fail("a document type declaration, which it must not have");
      }
    });
  }

  void start(const SplitName& name, const char** attributes) {
    if (++depth_ > depth_limit_) fail(fmt::format("more than {} nested elements", depth_limit_));
    attributes_.clear();
    for (; *attributes != nullptr; attributes += 2) {
      const SplitName attribute(attributes[0]);
      attributes_.push_back({attribute.space, attribute.name, attributes[1]});
    }
    handler_.start({name.space, name.name, attributes_, event()});
  }

  void text(std::string_view text, ByteRange at) {
    std::size_t first = 0;
    const std::uint32_t one = next_code_point(text, first);
    // UTF-8 as it stands, or one reference or line end.
    if (width_ == Width::kUtf8 || first == text.size()) return handler_.text(text, at);
    std::size_t length = first;
    std::uint64_t source = source_length(one);
    for (std::size_t begin = 0; begin < text.size();) {
      // A row: characters of `length` bytes in the text and `source` in the part.
      std::size_t end = begin, next_length = 0;
      std::uint64_t next_source = 0, row = 0;
      while (end < text.size()) {
        std::size_t next = end;
        next_source = source_length(next_code_point(text, next));
        next_length = next - end;
        if (end > begin && (next_length != length || next_source != source)) break;
        length = next_length;
        source = next_source;
        row += source;
        end = next;
      }
      handler_.text(text.substr(begin, end - begin), {at.begin, at.begin + row});
      at.begin += row;
      begin = end;
    }
  }

  std::uint64_t source_length(std::uint32_t c) const {
    if (width_ == Width::kOne) return 1;
    return c > 0xFFFF ? 4 : 2;
  }

  std::string_view part_name_;
  std::string_view bytes_;
  XmlHandler& handler_;
  std::uint32_t depth_limit_;
  XmlDoctype doctype_;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
  std::vector<XmlAttribute> attributes_;
  std::uint32_t depth_ = 0;
  Width width_ = Width::kUtf8;
  std::exception_ptr thrown_;
};

}  // namespace

const XmlAttribute* XmlElement::find(std::string_view attribute_space,
                                     std::string_view attribute_name) const {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name == attribute_name && attribute.space == attribute_space) return &attribute;
  }
  return nullptr;
}

const XmlAttribute* XmlElement::find(std::string_view attribute_name) const {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name == attribute_name) return &attribute;
  }
  return nullptr;
}

std::string_view XmlElement::value(std::string_view attribute_name) const {
  const XmlAttribute* found = find(attribute_name);
  return found == nullptr ? std::string_view() : found->value;
}

void parse_xml(std::string_view part_name, std::string_view bytes, XmlHandler& handler,
               const ReaderLimits& limits, XmlDoctype doctype) {
  Parsing(part_name, bytes, handler, limits, doctype).run();
}

}  // namespace ibid
