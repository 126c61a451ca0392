import Foundation
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import House

/// An address that another program listens at.
struct PortTests {
    @Test func `a taken port is told in words, with what to do`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let listener = try #require(Listener())
            defer { close(listener.socket) }
            let options = ServeOptions(port: listener.port)
            let refusal = await #expect(throws: Refusal.self) {
                try await Serving.run(test.world, options)
            }
            #expect(refusal?.message.en.contains("127.0.0.1:\(listener.port)") == true)
            #expect(refusal?.advice.en.contains("--port") == true)
        }
    }
}

/// A socket that listens at a free port of this machine.
private struct Listener {
    let socket: Int32
    let port: Int

    init?() {
        let made = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard made >= 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                bind(made, plain, size) == 0 && listen(made, 1) == 0 && getsockname(made, plain, &size) == 0
            }
        }
        guard isBound else { return nil }
        socket = made
        port = Int(UInt16(bigEndian: address.sin_port))
    }
}
