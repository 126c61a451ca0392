import Dispatch
import Foundation
import Kernel

/// Times the house from inside, so that the start of a process is not part of a figure: one line of JSON a run.
///
/// `scripts/bench` calls it and puts its peers beside it.
@main
struct Bench {
    /// Waits for the run on the first thread: valgrind, which counts instructions, does not bear that it is given up.
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            do {
                let line = try await run(arguments)
                FileHandle.standardOutput.write(try JSONEncoder.sorted.encode(line) + Data([10]))
            } catch {
                let words = (error as? Refusal).map { $0.message.en } ?? String(describing: error)
                FileHandle.standardError.write(Data("sekme-bench: \(words)\n".utf8))
                exit(1)
            }
            done.signal()
        }
        done.wait()
    }

    private static func run(_ arguments: [String]) async throws -> [String: Figure] {
        switch arguments.first {
        case "import" where arguments.count == 3 || arguments.count == 4:
            try await ImportBench(
                file: arguments[1],
                database: arguments[2],
                mapping: arguments.count == 4 ? arguments[3] : nil
            )
            .run()
        case "reports" where arguments.count == 2:
            try await ReportBench(database: arguments[1]).run()
        case "stage" where arguments.count == 3:
            try await MarkBench(database: arguments[1]).stage(arguments[2])
        case "apply" where arguments.count == 3:
            try await MarkBench(database: arguments[1]).apply(Int(arguments[2]) ?? 0)
        case "signals" where arguments.count == 2:
            try await SignalBench(database: arguments[1]).run()
        default:
            throw Usage()
        }
    }
}

/// Words were expected that were not there.
struct Usage: Error, CustomStringConvertible {
    let description = """
        sekme-bench import FILE DATABASE [MAPPING] | reports DATABASE | stage DATABASE FILE | apply DATABASE IMPORT
        | signals DATABASE
        """
}

/// A figure of a run.
enum Figure: Encodable {
    case whole(Int)
    case decimal(Double)
    case word(String)

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .whole(let number): try container.encode(number)
        case .decimal(let number): try container.encode((number * 1_000).rounded() / 1_000)
        case .word(let word): try container.encode(word)
        }
    }
}

extension JSONEncoder {
    static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
