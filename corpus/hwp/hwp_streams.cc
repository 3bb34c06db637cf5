// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/hwp_streams.h"

#include <fmt/core.h>
#include <nettle/aes.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/error.h"
#include "corpus/hwp/hwp_records.h"
#include "corpus/hwp/little_endian.h"

namespace ibid {
namespace {

constexpr std::uint64_t kAnyRatio = std::uint64_t{1} << 20;  // up to here a ratio proves nothing
constexpr unsigned kPacked = 1U << 0, kPassword = 1U << 1, kDrm = 1U << 4, kCertificate = 1U << 8,
                   kCertificateDrm = 1U << 10;

[[noreturn]] void refuse(std::string why) { throw Error(ErrorKind::kInput, why); }

// `bytes`, if they may be HWP 5.
std::string_view checked(std::string_view bytes) {
  if (bytes.starts_with("HWP Document File V")) {
    refuse("it is of HWP 3 or older; save it as HWP 5 or HWPX");
  }
  return bytes;
}

void refuse_protected(std::uint32_t flags) {
  if (flags & kPassword) refuse("it is protected by a password; save it without one");
  if (flags & (kCertificate | kCertificateDrm)) {
    refuse("it is encrypted with a certificate; save it without encryption");
  }
  if (flags & kDrm) refuse("it is protected by DRM; save it without DRM");
}

// Owns the state of zlib.
struct Inflater {
  Inflater() {
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
      refuse("there is not enough memory to unpack it");
  }
  ~Inflater() { inflateEnd(&stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  z_stream stream{};
};

}  // namespace

HwpStreams::HwpStreams(std::string_view bytes, const ReaderLimits& limits)
    : file_(checked(bytes), limits), limits_(limits) {
  constexpr std::string_view kSignature = "HWP Document File";
  if (file_.find("FileHeader") == nullptr) {
    if (contains("EncryptedPackage")) refuse("it is protected by a password; save it without one");
    refuse("it is not an HWP 5 file: it contains no FileHeader");
  }
  const std::string header = read_raw("FileHeader");
  if (header.size() < 40 || !header.starts_with(kSignature)) refuse("its FileHeader is damaged");
  version_ = u32_at(header, 32);
  flags_ = u32_at(header, 36);
  if (version_ >> 24 != 5) refuse(fmt::format("it is of HWP version {}, not 5", version_ >> 24));
  refuse_protected(flags_);
}

std::string HwpStreams::version() const {
  return fmt::format("{}.{}.{}.{}", version_ >> 24, version_ >> 16 & 0xFF, version_ >> 8 & 0xFF,
                     version_ & 0xFF);
}

std::vector<std::string> HwpStreams::sections(std::string_view storage) const {
  const std::string prefix = fmt::format("{}/Section", storage);
  std::vector<std::pair<std::uint64_t, std::string>> found;
  for (const CompoundFile::Stream& stream : file_.streams()) {
    if (!stream.name.starts_with(prefix)) continue;
    const std::string digits = stream.name.substr(prefix.size());
    const auto is_digit = [](char c) { return is_ascii_digit(c); };
    if (digits.empty() || digits.size() > 9 || !std::all_of(digits.begin(), digits.end(), is_digit))
      continue;
    found.emplace_back(std::stoull(digits), stream.name);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (auto& [number, name] : found) names.push_back(std::move(name));
  return names;
}

void HwpStreams::count(std::uint64_t bytes) {
  read_ += bytes;
  if (read_ > limits_.file_bytes) {
    refuse(fmt::format("it has more than {} bytes when unpacked", limits_.file_bytes));
  }
}

std::string HwpStreams::read_raw(std::string_view name) {
  const CompoundFile::Stream* stream = file_.find(name);
  if (stream == nullptr) refuse(fmt::format("it has no {}", name));
  if (stream->size > limits_.part_bytes) {
    refuse(fmt::format("{} has more than {} bytes", name, limits_.part_bytes));
  }
  count(stream->size);
  return file_.read(*stream);
}

std::string HwpStreams::read(std::string_view name) {
  std::string raw = read_raw(name);
  return flags_ & kPacked ? unpack(raw, name) : raw;
}

std::string HwpStreams::read_for_distribution(std::string_view name) {
  const std::string raw = decrypt_distribution(read_raw(name));
  return flags_ & kPacked ? unpack(raw, name) : raw;
}

std::string HwpStreams::unpack(std::string_view packed, std::string_view name) {
  Inflater inflater;
  z_stream& stream = inflater.stream;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  const std::uint64_t most = std::min(
      limits_.part_bytes, std::max(kAnyRatio, std::uint64_t{packed.size()} * limits_.ratio));
  std::string out;
  for (int state = Z_OK; state != Z_STREAM_END;) {
    const std::size_t had = out.size();
    out.resize(std::min(most + 1, std::max<std::uint64_t>(had * 2, packed.size() * 4 + 1024)));
    stream.next_out = reinterpret_cast<Bytef*>(out.data()) + had;
    stream.avail_out = static_cast<uInt>(out.size() - had);
    state = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    if (out.size() > most) {
      refuse(fmt::format("{} has more than {} bytes when unpacked", name, most));
    }
    const bool goes_on = state == Z_OK || (state == Z_BUF_ERROR && out.size() > had);
    if (state != Z_STREAM_END && (!goes_on || (stream.avail_in == 0 && stream.avail_out != 0))) {
      refuse(fmt::format("{} is damaged: it cannot be unpacked", name));
    }
  }
  count(out.size());
  return out;
}

std::string decrypt_distribution(std::string_view stream) {
  constexpr std::size_t kHead = 4, kKeyRecord = 256;
  const std::uint32_t head = u32_at(stream, 0);
  if (stream.size() < kHead + kKeyRecord || (head & 0x3FF) != kHwpDistribution ||
      head >> 20 != kKeyRecord) {
    refuse("it is a distribution document, but its key is missing");
  }
  std::array<std::uint8_t, kKeyRecord> record{};
  const std::uint32_t seed = u32_at(stream, kHead);
  std::uint32_t state = seed;
  const auto random = [&state] {
    state = state * 214013 + 2531011;
    return state >> 16 & 0x7FFF;
  };
  std::uint32_t mask = 0, repeats = 0;
  for (std::size_t i = 0; i < kKeyRecord; ++i) {
    if (repeats == 0) {
      mask = random() & 0xFF;
      repeats = (random() & 0xF) + 1;
    }
    --repeats;
    record[i] = static_cast<std::uint8_t>(byte_at(stream, kHead + i) ^ mask);
  }
  const std::size_t key_at = 4 + (seed & 0xF);
  std::string out(stream.substr(kHead + kKeyRecord));
  out.resize(out.size() / AES_BLOCK_SIZE * AES_BLOCK_SIZE);
  aes128_ctx cipher;
  aes128_set_decrypt_key(&cipher, record.data() + key_at);
  auto* bytes = reinterpret_cast<std::uint8_t*>(out.data());
  aes128_decrypt(&cipher, out.size(), bytes, bytes);
  return out;
}

}  // namespace ibid
