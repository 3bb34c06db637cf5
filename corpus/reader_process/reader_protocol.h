// SPDX-License-Identifier: GPL-2.0-or-later
//
// What ibid and a process that reads files for it (tools/reader) say to each other over two pipes:
// frames, each of a head of 16 bytes ("ibidrd", the version, the kind, the size as 8 bytes
// little-endian) and so many bytes.
//
//   the reader  kHello, once
//   ibid        kRequest (encode(ReadRequest)), kFile (the bytes of the file)
//   the reader  kDocument (extracted_record.h) as often as needed, or one kPicture if a picture of
//   a
//               page is asked for; then one of kEnd, kRefused (why, in UTF-8), kExhausted (it ran
//               out of memory, and ends)
//
// Neither side believes the other: all that is decoded here may be of any bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/page_picture.h"
#include "corpus/extract/reader_input.h"

namespace ibid {

enum class FrameKind : std::uint8_t {
  kHello = 1,
  kRequest,
  kFile,
  kDocument,
  kEnd,
  kRefused,
  kExhausted,
  kPicture,
};

struct FrameHead {
  FrameKind kind = FrameKind::kHello;
  std::uint64_t size = 0;  // bytes that follow
};

inline constexpr std::size_t kFrameHeadBytes = 16;
inline constexpr std::uint64_t kMostRequestBytes = 64 * 1024;            // of kHello and kRequest
inline constexpr std::uint64_t kMostFileBytes = std::uint64_t{1} << 30;  // of kFile
inline constexpr std::size_t kMostRefusalBytes = 1000;
inline constexpr std::size_t kMostDocuments = 100'000;  // of one file

std::string encode(const FrameHead& head);
// `bytes`: kFrameHeadBytes of them. Throws Error{kInput} if they are not a head, or of another
// version.
FrameHead decode_frame_head(std::string_view bytes);

// What holds a reader in.
struct ReaderGuards {
  bool seccomp = false;
  std::uint32_t landlock_abi = 0;  // 0: the kernel has no Landlock, or it is switched off
  std::uint64_t memory_bytes = 0;  // 0: not bounded
  bool operator==(const ReaderGuards&) const = default;
};
// "seccomp yes, Landlock ABI 7, memory 1024 MiB".
std::string in_words(const ReaderGuards& guards);

std::string encode(const ReaderGuards& guards);
ReaderGuards decode_guards(std::string_view bytes);  // Throws Error{kInput}.

struct ReadRequest {
  ReaderInput input;                         // `bytes` are not in the request
  std::uint64_t cpu_ms = 0;                  // how long the processor may be used; 0: not bounded
  std::optional<PictureAsked> picture = {};  // instead of the documents
};
std::string encode(const ReadRequest& request);
ReadRequest decode_request(std::string_view bytes);  // Throws Error{kInput}.

std::string encode(const PagePicture& picture);
// Throws Error{kInput}, also if it has not the pixels that it claims.
PagePicture decode_picture(std::string_view bytes);

// Takes an answer as it comes, in pieces of any size.
class AnswerDecoder {
 public:
  enum class Kind { kDocuments, kPicture };
  // Documents must be of `format`; all that comes may be of `most_bytes` together.
  AnswerDecoder(FileFormat format, std::uint64_t most_bytes, Kind kind = Kind::kDocuments);

  // Throws Error{kInput} if it is not an answer, with a clause for the user.
  void take(std::string_view bytes);

  enum class State { kOpen, kRead, kRefused, kExhausted };
  State state() const { return state_; }
  std::vector<ExtractedFile>& documents() { return documents_; }  // if kRead
  PagePicture& picture() { return *picture_; }                    // if kRead, of kPicture
  const std::string& refusal() const { return payload_; }         // if kRefused

 private:
  void begin_frame();
  void end_frame();

  FileFormat format_;
  std::uint64_t bytes_left_;
  std::string head_, payload_;
  FrameHead frame_;
  bool in_frame_ = false;
  State state_ = State::kOpen;
  Kind kind_;
  std::vector<ExtractedFile> documents_;
  std::optional<PagePicture> picture_;
};

}  // namespace ibid
