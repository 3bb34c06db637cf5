// SPDX-License-Identifier: GPL-2.0-or-later
//
// The sockets on which the server is asked: of this machine only, unless an address is named.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/file_descriptor.h"

namespace ibid {

struct Listener {
  FileDescriptor socket{-1};
  std::vector<std::string> hosts;  // what "Host:" may say there, in lower case
  std::string url;                 // "http://127.0.0.1:8417/"; of a socket in a folder, its path
  std::uint16_t port = 0;          // 0: it has none
  std::string file;                // of a socket in a folder: removed at the end
};

// On 127.0.0.1 and, if the machine has it, on ::1; the first is the former. Port 0: any that is
// free. Throws Error{kSystem}.
std::vector<Listener> listen_on_loopback(std::uint16_t port);

// `address`: of IPv4 or IPv6, in digits. Throws Error{kUsage} if it is none.
Listener listen_on_address(const std::string& address, std::uint16_t port);

// A socket that only this user may open (mode 0600). One that a killed server left is replaced.
// Throws Error{kUsage} if something else is there, Error{kSystem} if a server answers there or if
// the socket cannot be made.
Listener listen_on_file(const std::string& path);

// Those that systemd has opened (sd_listen_fds(3): $LISTEN_PID, $LISTEN_FDS); none if it has not.
// Throws Error{kUsage} if one does not listen.
std::vector<Listener> inherited_listeners();

}  // namespace ibid
