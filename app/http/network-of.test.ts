import { describe, expect, it } from "vitest";
import { isLoopback, networkOf } from "./network-of.ts";

describe("networkOf", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80::/64"],
    ["", "unknown"],
    ["1.2.3.4, 5.6.7.8", "unknown"],
    ["<b>", "unknown"],
  ])("%s counts as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("isLoopback", () => {
  it.each(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])("%s is", (address) => {
    expect(isLoopback(address)).toBe(true);
  });
  it.each(["10.0.0.1", "203.0.113.9", "fe80::1", "", "localhost"])("%s isn’t", (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});
