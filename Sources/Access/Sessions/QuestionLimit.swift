package import Frame
package import Kernel

/// Slows down whoever asks about one person after another: thirty questions at once, then about one a minute.
///
/// Every question counts, whatever the answer: a limit on those that found nobody would tell who is in the register.
package struct QuestionLimit: Sendable {
    private let desk: Desk

    /// The limit of whoever sits at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Counts a question; nil where it may be answered, or what to say and when to ask again.
    package func enter() async throws -> Text? {
        guard let wait = try await Throttle(desk: desk).enter([.question(desk.asker.account)]) else {
            return nil
        }
        return Text(lv: "Pārāk daudz jautājumu īsā laikā. ", en: "Too many questions in a short time. ")
            + Throttle.again(in: wait)
    }
}
