// SPDX-License-Identifier: GPL-2.0-or-later
//
// Compresses tags and back: raw deflate (RFC 1951) as glass stores it, by libdeflate, at its
// fastest level.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;
struct libdeflate_decompressor;

namespace ibid::glass {

// Throws Error{kSystem} if there is no memory. Thread: one object, one thread.
class Deflater {
 public:
  Deflater();

  // True: `out` is the whole stream, smaller than `in`. False: `out` is useless, store `in`.
  bool raw(std::string_view in, std::string& out);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

// Throws Error{kSystem} if there is no memory. Thread: one object, one thread.
class Inflater {
 public:
  Inflater();

  // Returns the bytes that `in`, a whole stream, was made from. Throws Error{kIndex} if it is not a
  // stream, or has more than 1 GiB.
  std::string raw(std::string_view in);

 private:
  struct Free {
    void operator()(libdeflate_decompressor* decompressor) const;
  };
  std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
};

}  // namespace ibid::glass
