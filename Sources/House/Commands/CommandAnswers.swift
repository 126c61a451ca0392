import Kernel

/// Answers as they are given on a command line.
enum Answers {
    static func read(_ answers: [String]) throws -> [String: String] {
        var read: [String: String] = [:]
        for answer in answers {
            let halves = answer.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, !halves[0].isEmpty else {
                throw Refusal(
                    .usage,
                    Text(lv: "„\(answer)” nav atbilde.", en: "“\(answer)” is not an answer."),
                    advice: Text(lv: "Rakstiet nosaukums=vērtība.", en: "Write name=value.")
                )
            }
            read[String(halves[0])] = String(halves[1])
        }
        return read
    }
}
