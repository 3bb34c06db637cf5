// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/mail/read_eml.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "corpus/error.h"
#include "corpus/extract/reader_rules.h"
#include "corpus/fragments/append_text.h"
#include "corpus/fragments/item_names.h"
#include "corpus/fragments/moment.h"
#include "corpus/mail/charset_text.h"
#include "corpus/mail/header_words.h"
#include "corpus/mail/mail_text.h"
#include "corpus/mail/mime_tree.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

bool is_html(const MimePart& part) {
  return part.type == "text/html" || part.type == "application/xhtml+xml";
}
bool is_plain(const MimePart& part) {
  return part.type == "text/plain" || part.type == "text/markdown" || part.type == "text/csv";
}
bool is_signature(const MimePart& part) {
  return part.type == "application/pgp-signature" || part.type == "application/pkcs7-signature" ||
         part.type == "application/x-pkcs7-signature";
}
bool is_picture_or_sound(const MimePart& part) {
  return part.type.starts_with("image/") || part.type.starts_with("audio/") ||
         part.type.starts_with("video/");
}

template <class Test>
bool has_shown(const MimePart& part, const Test& test) {
  if (part.attached || part.is_message()) return false;
  if (!part.is_multipart()) return test(part);
  return std::any_of(part.parts.begin(), part.parts.end(),
                     [&](const MimePart& inner) { return has_shown(inner, test); });
}

// One message, without the messages in it.
class MessageReader {
 public:
  MessageReader(const ReaderInput& input)
      : input_(input),
        out_(FileFormat::kEml, AnchorGrade::kPart, reader_rules(FileFormat::kEml),
             input.limits.text_bytes) {}

  void read(const MimePart& message) {
    out_.add_field("title", header_words(message.subject), "mail field Subject");
    out_.add_field("author", header_people(message.from), "mail field From");
    const std::string date = header_words(message.date);
    const std::string day = day_of_moment(date);
    out_.add_field("date", day, "mail field Date");
    if (day.empty() && !date.empty()) {
      out_.add_note("its date is not understood: " + item_name(date));
    }
    add_address(message.address);
    for (const MimePart& part : message.parts) show(part);
    for (const MimePart* text : std::exchange(texts_, {})) show_attached(*text);
  }

  bool has_text() const { return has_text_; }
  bool has_encrypted() const { return encrypted_; }
  ExtractBuilder& out() { return out_; }
  // In their order; of the message given to read().
  const std::vector<const MimePart*>& attachments() const { return attachments_; }

 private:
  void add_address(std::string_view address) {
    const std::size_t begin = address.find('<');
    if (begin == std::string_view::npos) return;
    address = trim(address.substr(begin + 1, address.find('>') - begin - 1));
    const std::string scheme = ascii_lower(address.substr(0, 8));
    if (!scheme.starts_with("http://") && !scheme.starts_with("https://")) return;
    if (is_utf8(address)) out_.add_field("url", address, "mail field Archived-At");
  }

  void show(const MimePart& part) {
    if (part.type == "multipart/alternative") return show_best(part);
    if (part.type == "multipart/encrypted" || part.type == "application/pkcs7-mime") {
      encrypted_ = true;
      return out_.add_note(
          fmt::format("part {} is encrypted or wrapped by a signature", part.number));
    }
    if (part.is_multipart()) {
      // A page comes first, then what it shows; a text, then its signature.
      for (const MimePart& inner : part.parts) show(inner);
      return;
    }
    const bool text = is_html(part) || is_plain(part);
    if (text && !part.attached) {
      show_text(part);
    } else if (text && !part.is_message()) {
      texts_.push_back(&part);
    } else if (!is_signature(part) && !(is_picture_or_sound(part) && !part.attached)) {
      attachments_.push_back(&part);
    }
  }

  // What mail programs show: HTML, and plain text where there is none. The other is a copy of it.
  void show_best(const MimePart& alternatives) {
    std::vector<const MimePart*> best;
    for (const auto& test : {is_html, is_plain}) {
      for (auto part = alternatives.parts.rbegin(); part != alternatives.parts.rend(); ++part) {
        const bool known = std::find(best.begin(), best.end(), &*part) != best.end();
        if (!known && has_shown(*part, test)) best.push_back(&*part);
      }
    }
    const std::size_t before = out_.file().blocks.size();
    auto shown = best.begin();
    while (shown != best.end()) {
      show(**shown++);
      if (out_.file().blocks.size() > before) break;
    }
    for (; shown != best.end(); ++shown) leave_out(**shown);
  }

  void leave_out(const MimePart& part) {
    for (const MimePart& inner : part.parts) leave_out(inner);
    if (!is_plain(part)) return;
    if (const auto text = text_of(part)) {
      out_.leave_out(LeftOutText::Reason::kCopy, text->text, add_part(part));
    }
  }

  std::uint32_t add_part(const MimePart& part) {
    return out_.add_part({part.number, sha256_hex(part.bytes), part.bytes.size(), 0, 0});
  }

  std::optional<MappedText> text_of(const MimePart& part) {
    try {
      return text_in_charset(part.bytes, part.charset, input_.assumed);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;
      out_.add_note(fmt::format("part {} is not text: {}", part.number, error.what()));
      return std::nullopt;
    }
  }

  void show_text(const MimePart& part) {
    if (const std::optional<MappedText> text = text_of(part)) show_text(part, *text);
  }

  void show_text(const MimePart& part, const MappedText& text) {
    if (trim(text.text).empty()) return;
    const std::size_t before = out_.file().blocks.size();
    const std::uint32_t index = add_part(part);
    if (is_html(part)) {
      try {
        append_text(out_, text, {index, TextMarkup::kHtml, {}, input_.limits});
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::kInput) throw;
        out_.add_note(fmt::format("part {} is left out: {}", part.number, error.what()));
      }
    } else {
      append_mail_text(out_, text, index, {part.flowed, part.joins_words});
    }
    has_text_ = has_text_ || out_.file().blocks.size() > before;
  }

  // Below a heading that is in no place: the name is in the head of the part.
  void show_attached(const MimePart& part) {
    const std::string name = item_name(part.name);
    const std::optional<MappedText> text = text_of(part);
    if (!text || trim(text->text).empty()) {
      return out_.add_note(fmt::format("attachment {} has no text", name));
    }
    out_.begin_block(ExtractedBlock::Kind::kHeading, 1);
    out_.add_unplaced(name);
    out_.end_block();
    show_text(part, *text);
  }

  const ReaderInput& input_;
  ExtractBuilder out_;
  std::vector<const MimePart*> texts_, attachments_;
  bool encrypted_ = false, has_text_ = false;
};

class MailReader {
 public:
  MailReader(const ReaderInput& input, const ReadAttachment& read_attachment)
      : input_(input), read_attachment_(read_attachment) {}

  std::vector<ExtractedFile> read() {
    const MimePart message = mime_tree(input_.bytes, input_.limits);
    read_message(message, "message");
    if (documents_.empty()) {
      throw Error(ErrorKind::kInput, encrypted_       ? "it is encrypted; save a decrypted copy"
                                     : notes_.empty() ? "it has no text"
                                                      : "it has no text; " + notes_.front());
    }
    if (documents_.size() == 1 && documents_[0].format == FileFormat::kEml) documents_[0].item = "";
    auto& notes = documents_[0].notes;
    notes.insert(notes.end(), notes_.begin(), notes_.end());
    return std::move(documents_);
  }

 private:
  void read_message(const MimePart& message, const std::string& item) {
    MessageReader reader(input_);
    reader.read(message);
    encrypted_ = encrypted_ || reader.has_encrypted();
    const std::string name = items_.take(item);
    const std::size_t place = documents_.size();
    for (const MimePart* part : reader.attachments()) attach(*part, reader.out());
    if (!reader.has_text()) {
      const auto& notes = reader.out().file().notes;
      notes_.insert(notes_.end(), notes.begin(), notes.end());
      return;
    }
    ExtractedFile file = reader.out().finish();
    file.item = name;
    count(file);
    documents_.insert(documents_.begin() + static_cast<std::ptrdiff_t>(place), std::move(file));
  }

  void attach(const MimePart& part, ExtractBuilder& mail) {
    std::string name = item_name(part.name);
    if (part.is_message() && !part.parts.empty()) {
      if (name.empty()) name = item_name(header_words(part.subject));
      return read_message(part, name.empty() ? "message " + part.number : name);
    }
    if (name.empty()) name = "part " + part.number;
    if (!read_attachment_ || is_picture_or_sound(part)) {
      return mail.add_note(
          fmt::format("attachment {} is not read: {}", name, item_name(part.type)));
    }
    ReaderInput inner = input_;
    inner.bytes = part.bytes;
    inner.format = FileFormat::kText;
    try {
      for (ExtractedFile& file : read_attachment_(inner)) add_attached(std::move(file), part, name);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;
      mail.add_note(fmt::format("attachment {}: {}", name, error.what()));
    }
  }

  // Its parts are within a part of the mail.
  void add_attached(ExtractedFile file, const MimePart& part, const std::string& name) {
    if (file.grade == AnchorGrade::kByte) {
      file.grade = AnchorGrade::kPart;
      for (SourcePart& source : file.parts) {
        source = {part.number, sha256_hex(part.bytes), part.bytes.size(), 0, 0};
      }
    } else if (file.grade == AnchorGrade::kPart) {
      for (SourcePart& source : file.parts) source.name = part.number + "/" + source.name;
    }
    file.item = items_.take(file.item.empty() ? name : item_name(name + "/" + file.item));
    count(file);
    documents_.push_back(std::move(file));
  }

  void count(const ExtractedFile& file) {
    text_bytes_ += file.text.size();
    if (text_bytes_ <= input_.limits.file_bytes) return;
    throw Error(ErrorKind::kInput,
                fmt::format("it and its attachments have more than {} bytes of text",
                            input_.limits.file_bytes));
  }

  const ReaderInput& input_;
  const ReadAttachment& read_attachment_;
  std::vector<ExtractedFile> documents_;
  std::vector<std::string> notes_;  // of messages without text
  ItemNames items_;
  std::uint64_t text_bytes_ = 0;
  bool encrypted_ = false;
};

}  // namespace

std::vector<ExtractedFile> read_eml(const ReaderInput& input,
                                    const ReadAttachment& read_attachment) {
  return MailReader(input, read_attachment).read();
}

}  // namespace ibid
