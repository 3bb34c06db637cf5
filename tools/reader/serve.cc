// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/reader/serve.h"

#include <fmt/core.h>
#include <malloc.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <new>
#include <optional>
#include <string>

#include "corpus/error.h"
#include "corpus/extract/extracted_record.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

struct GoneAway {};  // nobody reads or writes at the other end

// Returns how much of `size` came before the end.
std::size_t read_up_to(char* into, std::size_t size) {
  std::size_t got = 0;
  while (got < size) {
    const ssize_t n = read(STDIN_FILENO, into + got, size - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw GoneAway{};
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  return got;
}

void write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw GoneAway{};
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void send(FrameKind kind, std::string_view payload = {}) {
  std::string small = encode(FrameHead{kind, payload.size()});
  constexpr std::size_t kSmall = 4096;
  if (payload.size() <= kSmall) {
    small += payload;
    payload = {};
  }
  write_all(small);
  write_all(payload);
}

// Nothing at the end of all requests.
std::optional<FrameHead> receive_head() {
  char bytes[kFrameHeadBytes];
  const std::size_t got = read_up_to(bytes, sizeof bytes);
  if (got == 0) return {};
  return decode_frame_head({bytes, got});
}

// Not filled with zeros first, as a string would be.
class Payload {
 public:
  Payload(const FrameHead& head, FrameKind kind, std::uint64_t most)
      : bytes_(checked(head, kind, most)), size_(head.size) {
    if (read_up_to(bytes_.get(), size_) != size_) throw GoneAway{};
  }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  static std::unique_ptr<char[]> checked(const FrameHead& head, FrameKind kind,
                                         std::uint64_t most) {
    if (head.kind != kind || head.size > most) throw GoneAway{};
    return std::make_unique_for_overwrite<char[]>(head.size);
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

// SIGPROF, which ends the process, after so much work of the processor; 0: never.
void bound_work(std::uint64_t cpu_ms) {
  itimerval timer{};
  timer.it_value.tv_sec = static_cast<time_t>(cpu_ms / 1000);
  timer.it_value.tv_usec = static_cast<suseconds_t>(cpu_ms % 1000 * 1000);
  setitimer(ITIMER_PROF, &timer, nullptr);
}

void refuse(std::string why) {
  if (why.empty() || !is_utf8(why)) why = "its reader cannot say why it does not read it";
  if (why.size() > kMostRefusalBytes) why.resize(floor_boundary(why, kMostRefusalBytes));
  send(FrameKind::kRefused, why);
}

void answer(DocumentReader& reader, const ReadRequest& request) {
  try {
    if (request.picture) {
      send(FrameKind::kPicture, encode(reader.draw(request.input, *request.picture)));
      send(FrameKind::kEnd);
      return;
    }
    std::vector<ExtractedFile> documents = reader.read(request.input);
    if (documents.size() > kMostDocuments) {
      refuse(fmt::format("it holds more than {} documents; split it", kMostDocuments));
      return;
    }
    for (ExtractedFile& document : documents) {
      const std::string bytes = encode(document);
      document = {};
      send(FrameKind::kDocument, bytes);
    }
    send(FrameKind::kEnd);
  } catch (const Error& error) {
    refuse(error.what());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    refuse(fmt::format("its reader fails on it ({})", error.what()));
  }
}

}  // namespace

ServeEnd serve(const ReaderGuards& guards, std::span<const FormatReader> readers) {
  constexpr std::uint64_t kLarge = std::uint64_t{4} << 20;
  DocumentReader reader(readers);
  try {
    send(FrameKind::kHello, encode(guards));
    while (const std::optional<FrameHead> head = receive_head()) {
      ReadRequest request =
          decode_request(Payload(*head, FrameKind::kRequest, kMostRequestBytes).view());
      const std::optional<FrameHead> file_head = receive_head();
      if (!file_head) return ServeEnd::kBroken;
      {
        const Payload file(*file_head, FrameKind::kFile, kMostFileBytes);
        request.input.bytes = file.view();
        bound_work(request.cpu_ms);
        answer(reader, request);
        bound_work(0);
      }
      if (file_head->size > kLarge) malloc_trim(0);
    }
    return ServeEnd::kDone;
  } catch (const GoneAway&) {
    return ServeEnd::kBroken;
  } catch (const Error&) {
    return ServeEnd::kBroken;
  } catch (const std::bad_alloc&) {
    // Its pieces are small, and what was being read is freed.
    try {
      send(FrameKind::kExhausted);
    } catch (const GoneAway&) {
    }
    return ServeEnd::kExhausted;
  }
}

}  // namespace ibid
