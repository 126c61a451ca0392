internal import Frame

/// Reads figures of marks on one scale.
struct ScaleFigures {
    let question: Question
    let selection: Selection
    let scale: Int

    /// The figures of a measure by the members asked for; each knows its scale.
    func figures(_ measure: String, over dimensions: [Dimension]) throws -> [MemberKey: Figure] {
        let all = try question.figures(measure, over: dimensions + [.scale], in: selection)
        return all.reduce(into: [:]) { figures, element in
            guard element.key.last == scale else { return }
            figures[Array(element.key.dropLast())] = element.value
        }
    }
}
