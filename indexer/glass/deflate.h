// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tags made smaller: raw deflate (RFC 1951) as glass stores it, by libdeflate at its fastest level.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace ibid::glass {

// Throws Error{kSystem} where there is no memory. Thread: one object, one thread.
class Deflater {
 public:
  Deflater();

  // True: `out` is the whole stream, smaller than `in`. False: `out` is of no use, store `in`.
  bool raw(std::string_view in, std::string& out);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

}  // namespace ibid::glass
