internal import Dispatch
internal import Foundation
internal import Synchronization

/// One run of a program in a folder, ended when its time is over.
struct ProgramRun: Sendable {
    let folder: URL
    let limit: Duration
    /// The time that programs write into files, in seconds since 1970.
    let date: Int

    /// Runs a command; nil where it was ended for taking too long.
    ///
    /// No thread waits meanwhile.
    func run(_ command: [String]) async throws -> Int32? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let isLate = Mutex(false)
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { ended in
                let late = isLate.withLock { $0 }
                continuation.resume(returning: late ? nil : ended.terminationStatus)
            }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
                return
            }
            let seconds = Double(limit.components.seconds) + Double(limit.components.attoseconds) / 1e18
            DispatchQueue.global().asyncAfter(deadline: .now() + seconds) {
                guard process.isRunning else { return }
                isLate.withLock { $0 = true }
                kill(process.processIdentifier, SIGKILL)
            }
        }
    }

    /// What a program may know: its folder as home, and a proxy that is nobody.
    private var environment: [String: String] {
        let nobody = "http://127.0.0.1:9"
        return [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path, "LANG": "C.UTF-8",
            "http_proxy": nobody, "https_proxy": nobody, "ftp_proxy": nobody,
            "SOURCE_DATE_EPOCH": String(date),
        ]
    }
}
