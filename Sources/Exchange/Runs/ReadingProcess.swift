import Foundation
import Kernel

/// The process that reads an import, by the name that the import bears: of a process of this machine it can be known that
/// it is gone.
enum ReadingProcess {
    /// This process; another one of the same number is an earlier one, as in a container every start has the same.
    static let own = "\(machine) \(number) \(UUID().uuidString)"

    private static let machine = ProcessInfo.processInfo.hostName
    private static let number = ProcessInfo.processInfo.processIdentifier

    /// A process that is there works on an import for so long without a word of it: a large spreadsheet.
    private static let patience = Duration.seconds(3_600)
    /// Of a process of another machine nothing else can be known.
    private static let quiet = Duration.seconds(60)

    /// Whether a process of this machine is there no more.
    static func isGone(_ reader: String) -> Bool {
        guard reader != own, let process = process(reader) else { return false }
        if process == number { return true }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    /// Whether an import was left by its reader, who was heard of last at a moment.
    static func hasLeft(_ reader: String, heard: Instant, now: Instant) -> Bool {
        guard process(reader) != nil else { return heard + quiet <= now }
        return isGone(reader) || heard + patience <= now
    }

    /// The number of a process of this machine.
    private static func process(_ reader: String) -> Int32? {
        guard reader.hasPrefix(machine + " ") else { return nil }
        return Int32(reader.dropFirst(machine.count + 1).prefix { $0 != " " })
    }
}
