/// What a search by name came to.
enum Found<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Nothing goes by that name.
    case none
    /// One thing.
    case one(ID)
    /// Several things that the name does not tell apart.
    case several

    init(_ ids: some Sequence<ID>) {
        let distinct = Set(ids)
        switch distinct.count {
        case 0: self = .none
        case 1: self = distinct.first.map { .one($0) } ?? .none
        default: self = .several
        }
    }
}

/// A text within a group: an external code of an institution, the name of a class.
struct PlacedText: Hashable, Sendable {
    let group: Int
    let text: String
}
