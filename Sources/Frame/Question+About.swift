extension Question {
    /// The same question about another part of the board's world, or another time.
    package func about(_ selection: Selection) -> Question {
        Question(
            selection: selection,
            tenant: tenant,
            asker: asker,
            today: today,
            measures: measures,
            members: members,
            connection: connection,
            disclosure: disclosure
        )
    }
}
