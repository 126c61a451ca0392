import Foundation

/// Time on the clock and on the processors since a moment.
struct Stopwatch {
    private let started = ContinuousClock.now
    private let worked = clock()

    /// Seconds on the clock.
    var seconds: Double { Stopwatch.seconds(ContinuousClock.now - started) }

    /// Seconds that the processors worked for this process, all its threads together.
    var processorSeconds: Double { Double(clock() - worked) / Double(CLOCKS_PER_SEC) }

    /// The best of five runs after one that is not counted, in milliseconds, with what the last run gave.
    static func best<T>(_ body: () throws -> T) rethrows -> (milliseconds: Double, result: T) {
        var result = try body()
        var best = Double.infinity
        for _ in 0..<5 {
            let watch = Stopwatch()
            result = try body()
            best = min(best, watch.seconds * 1_000)
        }
        return (best, result)
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}

/// The most memory that this process has held, in MiB; 0 where the system does not tell.
func peakMemory() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let number = line?.split(separator: " ").compactMap { Int($0) }.first
    return (number ?? 0) / 1_024
}
