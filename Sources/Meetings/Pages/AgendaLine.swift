internal import Cases
internal import Frame
internal import Kernel

/// An item of an agenda as one reader may see it.
struct AgendaLine: Sendable {
    /// A note; its words are nil where they stand in a case and are not for minutes, or not for this reader.
    struct Note: Sendable {
        let id: Int
        let day: Day
        let who: String
        let text: String?
        let isAddition: Bool
        /// Whether the reader may take it back.
        let isOwn: Bool
    }

    /// A task, with its words where the reader may read them.
    struct Task: Sendable {
        let id: Int
        let text: String
        let person: String
        let body: CaseBody
        let due: Day
        let done: Day?
        let outcome: String
    }

    let item: AgendaItem
    /// Nil where the reader has no right to the pupil: there is an item, and no more.
    let key: ItemKey?
    let name: String
    let place: Text
    let reasons: [Text]
    let requests: [(who: String, day: Day, text: String)]
    let notes: [Note]
    let tasks: [Task]
    /// Whether something of it stands in a case and is not shown here.
    let hasHidden: Bool
}
