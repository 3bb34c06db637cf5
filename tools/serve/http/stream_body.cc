// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/stream_body.h"

#include <algorithm>
#include <cstring>

namespace ibid {

bool StreamBody::put(std::string_view bytes, std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  // Each time the client takes something, it has the whole patience again.
  while (!left_ && end_ == End::kNo && bytes_.size() - begin_ >= most_bytes_) {
    const std::size_t before = begin_;
    const std::size_t size = bytes_.size();
    const bool moved = taken_.wait_for(lock, patience, [&] {
      return left_ || end_ != End::kNo || begin_ != before || bytes_.size() != size;
    });
    if (!moved) return false;
  }
  if (left_ || end_ != End::kNo) return false;
  bytes_ += bytes;
  wake_sender();
  return true;
}

void StreamBody::end(End how) {
  const std::lock_guard lock(mutex_);
  if (end_ == End::kNo) end_ = how;
  taken_.notify_all();
  wake_sender();
}

std::size_t StreamBody::take(char* to, std::size_t size, End& how) {
  const std::lock_guard lock(mutex_);
  const std::size_t n = std::min(size, bytes_.size() - begin_);
  how = end_;
  if (n > 0) {
    std::memcpy(to, bytes_.data() + begin_, n);
    begin_ += n;
    if (begin_ == bytes_.size() || begin_ >= most_bytes_) {
      bytes_.erase(0, begin_);
      begin_ = 0;
    }
    taken_.notify_all();
  } else if (end_ == End::kNo) {
    sender_waits_ = true;
    suspend_();
  }
  return n;
}

bool StreamBody::is_left() const {
  const std::lock_guard lock(mutex_);
  return left_;
}

void StreamBody::leave() {
  const std::lock_guard lock(mutex_);
  left_ = true;
  sender_waits_ = false;
  bytes_.clear();
  begin_ = 0;
  taken_.notify_all();
}

void StreamBody::wake_sender() {
  if (!sender_waits_) return;
  sender_waits_ = false;
  resume_();
}

}  // namespace ibid
