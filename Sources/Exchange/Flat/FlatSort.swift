import Frame

extension FlatRows {
    /// The places of the rows in the order of their first columns and then of their last one.
    ///
    /// The last column of a staged fact is its place in the file, so lines of one key stay in the file's order. The
    /// rows themselves stay where they are: a copy in order would be as much memory again.
    func places(byFirst columns: Int) -> [UInt32] {
        if isSorted(columns) { return Array(0..<UInt32(count)) }
        // Rows come as they stand in the file, mostly, and what is alike stays as it stood: then the places need no look.
        let last = isAscending(width - 1) ? [] : [width - 1]
        return RowOrder.places(base, count: count, width: width, by: Array(0..<columns) + last)
    }

    /// The same rows in that order.
    func sorted(byFirst columns: Int) -> FlatRows {
        if isSorted(columns) { return self }
        let out = FlatRows(width: width, capacity: count)
        for place in places(byFirst: columns) { out.append(self[Int(place)]) }
        return out
    }

    private func isAscending(_ column: Int) -> Bool {
        for row in 0..<max(0, count - 1) where self[row][column] > self[row + 1][column] { return false }
        return true
    }

    private func isSorted(_ columns: Int) -> Bool {
        for row in 0..<max(0, count - 1) {
            let difference = order(self[row], self[row + 1], columns)
            if difference > 0 { return false }
            if difference == 0, self[row][width - 1] > self[row + 1][width - 1] { return false }
        }
        return true
    }
}
