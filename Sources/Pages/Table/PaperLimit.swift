import Kernel

extension DataTable {
    /// Leaves out on paper what goes beyond so many rows, and says there how many more there are; a screen shows all.
    ///
    /// It is for documents that have their sheets, as a brief of two: everything else prints whole.
    public mutating func limitOnPaper(to most: Int) {
        var room = max(0, most)
        var more = 0
        for index in groups.indices {
            let count = groups[index].rows.count
            let kept = min(room, count)
            for row in 0..<count { groups[index].rows[row].isOnlyOnScreens = row >= kept }
            groups[index].isOnlyOnScreens = kept == 0
            room -= kept
            more += count - kept
        }
        leftOutOnPaper = more
    }

    /// What paper says of the rows that it leaves out.
    var paperNote: HTML? {
        guard leftOutOnPaper > 0 else { return nil }
        let words = Words.more(Format(language).integer(leftOutOnPaper))
        return "<p class=\"legend on-paper\">\(words, language)</p>"
    }
}
