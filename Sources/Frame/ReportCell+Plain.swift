extension ReportCell {
    /// The number of a figure that its reader sees, without its sign and its making; a hidden one stays hidden.
    package static func plain(_ figure: Figure?) -> ReportCell {
        guard let figure else { return .unknown }
        if figure.isHidden { return .figure(figure) }
        return figure.scaled.map { .number($0.value, decimals: $0.decimals) } ?? .unknown
    }
}
