// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/mail/mime_tree.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "corpus/error.h"
#include "corpus/mail/header_words.h"
#include "corpus/mail/transfer.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// The fields of a head that are used, as written behind the colon; of two of a name the first.
struct Head {
  std::string_view type, disposition, encoding, subject, from, date, address;
  bool of_mail = false;  // it has a field that mails have
};

struct KnownField {
  std::string_view name;
  std::string_view Head::*value;
  bool of_mail;
};
constexpr std::array<KnownField, 7> kFields = {{
    {"content-type", &Head::type, false},
    {"content-disposition", &Head::disposition, false},
    {"content-transfer-encoding", &Head::encoding, false},
    {"subject", &Head::subject, true},
    {"from", &Head::from, true},
    {"date", &Head::date, true},
    {"archived-at", &Head::address, true},
}};
constexpr std::array kMailFields =
    std::to_array<std::string_view>({"message-id", "mime-version", "received", "to"});
constexpr std::size_t kLongestName = 76;

class TreeReader {
 public:
  TreeReader(std::string_view bytes, const ReaderLimits& limits) : bytes_(bytes), limits_(limits) {}

  MimePart read() {
    // The line of a mailbox, and blank lines that a program put before the head.
    at_ = std::min(bytes_.find_first_not_of("\r\n"), bytes_.size());
    if (bytes_.substr(at_).starts_with("From ")) next_line();
    MimePart message;
    message.type = "message/rfc822";
    take_message(message, {});
    return message;
  }

 private:
  // Where a part ended: at a boundary of which multipart around it, or at the end of the file.
  struct End {
    int level = -1;
    bool last = false;        // "--boundary--"
    std::size_t content = 0;  // the end of what stands before, without its line end
  };

  std::string_view next_line() {
    const std::size_t begin = at_;
    const std::size_t end = bytes_.find('\n', begin);
    at_ = end == std::string_view::npos ? bytes_.size() : end + 1;
    std::string_view line = bytes_.substr(begin, at_ - begin);
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  Head head() {
    Head head;
    while (at_ < bytes_.size()) {
      const std::size_t begin = at_;
      if (is_boundary(begin)) break;
      const std::string_view line = next_line();
      if (line.empty()) break;
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos || colon == 0 || line.front() == ' ') {
        at_ = begin;  // no field: the text begins without a blank line
        break;
      }
      while (at_ < bytes_.size() && (bytes_[at_] == ' ' || bytes_[at_] == '\t')) {
        const std::size_t more = at_;
        if (next_line().find_first_not_of(" \t") != std::string_view::npos) continue;
        at_ = more;
        break;
      }
      take_field(head, line.substr(0, colon),
                 bytes_.substr(begin + colon + 1, at_ - begin - colon - 1));
    }
    return head;
  }

  static void take_field(Head& head, std::string_view name, std::string_view value) {
    name = trim(name);
    if (name.size() > kLongestName) return;
    const std::string small = ascii_lower(name);
    for (const KnownField& field : kFields) {
      if (field.name != small) continue;
      if ((head.*field.value).empty()) head.*field.value = value;
      head.of_mail = head.of_mail || field.of_mail;
    }
    head.of_mail = head.of_mail ||
                   std::find(kMailFields.begin(), kMailFields.end(), small) != kMailFields.end();
  }

  // The text to the next boundary, which is stepped over.
  End to_boundary() {
    const std::size_t begin = at_;
    while (at_ < bytes_.size()) {
      if (is_boundary(at_)) {
        End end = boundary_;
        end.content = std::max(begin, without_line_end(at_));
        next_line();
        return end;
      }
      const std::size_t next = bytes_.find("\n--", at_);
      at_ = next == std::string_view::npos ? bytes_.size() : next + 1;
    }
    return {-1, true, bytes_.size()};
  }

  std::size_t without_line_end(std::size_t at) const {
    if (at > 0 && bytes_[at - 1] == '\n') --at;
    if (at > 0 && bytes_[at - 1] == '\r') --at;
    return at;
  }

  // Whether the line at `at` is a boundary of a multipart that is open: then boundary_ says which.
  bool is_boundary(std::size_t at) {
    if (levels_.empty() || !bytes_.substr(at).starts_with("--")) return false;
    std::string_view line = bytes_.substr(at + 2, kMostBoundary + 8);
    line = line.substr(0, line.find('\n'));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) {
      line.remove_suffix(1);
    }
    for (const bool last : {false, true}) {
      if (last && !line.ends_with("--")) break;
      const std::string_view name = last ? line.substr(0, line.size() - 2) : line;
      const auto found = levels_.find(std::string(name));
      if (found == levels_.end() || found->second.empty()) continue;
      boundary_ = {found->second.back(), last, 0};
      return true;
    }
    return false;
  }

  End take_message(MimePart& message, const std::string& number) {
    const Head head = this->head();
    if (number.empty() && !head.of_mail) {
      throw Error(ErrorKind::kInput, "it is not an e-mail: it has no field From, Subject or Date");
    }
    message.number = number;
    message.subject = head.subject;
    message.from = head.from;
    message.date = head.date;
    message.address = head.address;
    message.parts.emplace_back();
    return take_content(message.parts.back(), head, number, true);
  }

  End take_part(MimePart& part, const std::string& number, const char* usual_type) {
    const Head head = this->head();
    part.type = usual_type;
    return take_content(part, head, number, false);
  }

  // `outermost`: of a message; if it is not a multipart it is its part 1.
  End take_content(MimePart& part, const Head& head, const std::string& number, bool outermost) {
    if (++count_ > limits_.entries) {
      throw Error(ErrorKind::kInput, fmt::format("it has more than {} parts", limits_.entries));
    }
    const std::uint32_t deepest = std::min(limits_.depth, kDeepest);
    if (++depth_ > deepest) {
      throw Error(ErrorKind::kInput,
                  fmt::format("its parts are nested more than {} deep", deepest));
    }
    describe(part, head);
    const std::string boundary =
        part.is_multipart() ? header_parameter(head.type, "boundary") : std::string();
    if (part.is_multipart() && (boundary.empty() || boundary.size() > kMostBoundary)) {
      part.type = "text/plain";
    }
    part.number = outermost && !part.is_multipart() ? below(number, 1) : number;
    const std::string encoding = ascii_lower(trim(first_word(head.encoding)));
    End end;
    if (part.is_multipart()) {
      end = take_parts(part, boundary);
    } else if (part.is_message() && encoding != "base64" && encoding != "quoted-printable") {
      end = take_message(part, part.number);
    } else {
      const std::size_t begin = at_;
      end = to_boundary();
      take_bytes(part, encoding, bytes_.substr(begin, end.content - begin));
    }
    --depth_;
    return end;
  }

  End take_parts(MimePart& part, const std::string& boundary) {
    const int level = level_++;
    std::vector<int>& levels = levels_[boundary];
    levels.push_back(level);
    End end = to_boundary();  // the preamble
    const char* const usual = part.type == "multipart/digest" ? "message/rfc822" : "text/plain";
    while (end.level == level && !end.last) {
      part.parts.emplace_back();
      end = take_part(part.parts.back(), below(part.number, part.parts.size()), usual);
    }
    levels_[boundary].pop_back();
    --level_;
    if (end.level == level) end = to_boundary();  // what is behind the last part
    return end;
  }

  void take_bytes(MimePart& part, const std::string& encoding, std::string_view content) {
    if (encoding == "base64") {
      part.bytes = base64_decoded(content);
    } else if (encoding == "quoted-printable") {
      part.bytes = quoted_printable_decoded(content);
    } else {
      part.bytes = content;
    }
    unpacked_ += part.bytes.size();
    if (unpacked_ > limits_.file_bytes) {
      throw Error(ErrorKind::kInput,
                  fmt::format("its parts unpack to more than {} bytes", limits_.file_bytes));
    }
  }

  static std::string_view first_word(std::string_view value) {
    return value.substr(0, value.find_first_of("(;"));
  }

  static std::string below(const std::string& number, std::size_t at) {
    return (number.empty() ? "" : number + ".") + std::to_string(at);
  }

  static void describe(MimePart& part, const Head& head) {
    if (!head.type.empty()) {
      const std::string type = ascii_lower(trim(first_word(head.type)));
      const std::size_t slash = type.find('/');
      const bool whole = slash != std::string::npos && slash > 0 && slash + 1 < type.size();
      part.type = whole ? type : "text/plain";
    }
    part.charset = header_parameter(head.type, "charset");
    part.name = header_parameter(head.disposition, "filename");
    if (part.name.empty()) part.name = header_parameter(head.type, "name");
    part.attached = ascii_lower(trim(first_word(head.disposition))) == "attachment";
    part.flowed = ascii_lower(header_parameter(head.type, "format")) == "flowed";
    part.joins_words = ascii_lower(header_parameter(head.type, "delsp")) == "yes";
  }

  static constexpr std::uint32_t kDeepest = 200;      // some frames of the stack each
  static constexpr std::size_t kMostBoundary = 1000;  // bytes; RFC 2046 says 70

  std::string_view bytes_;
  const ReaderLimits& limits_;
  std::size_t at_ = 0;
  std::uint32_t depth_ = 0;
  std::uint32_t count_ = 0;
  std::uint64_t unpacked_ = 0;
  int level_ = 0;
  // Of open multiparts, by boundary: those that have it, the innermost last.
  std::unordered_map<std::string, std::vector<int>> levels_;
  End boundary_;
};

}  // namespace

MimePart mime_tree(std::string_view bytes, const ReaderLimits& limits) {
  return TreeReader(bytes, limits).read();
}

}  // namespace ibid
