internal import Kernel

extension StaffPlan {
    /// The posts of a year: teachers first, then those who lead and support.
    func posts(_ plan: BoardPlan, _ year: SchoolYear) -> [BoardPost] {
        let teachers = lessons.indices.map { place in
            BoardPost(
                teacher: BoardTeacher(plan, institution, place: place, year),
                institution: institution,
                role: .teacher,
                // A full load has 22 lessons; loads are agreed in steps of five hundredths.
                load: (lessons[place] * 100 / 22 + 2) / 5 * 5,
                contactLessons: lessons[place]
            )
        }
        return teachers
            + others.enumerated().map { offset, post in
                BoardPost(
                    teacher: BoardTeacher(plan, institution, place: 230 + offset, year),
                    institution: institution,
                    role: post.role,
                    load: post.load,
                    contactLessons: 0
                )
            }
    }

    /// The teachings of a class in a year, by subject and part.
    func teachings(_ plan: BoardPlan, _ group: BoardClass) -> [BoardTeaching] {
        let tasks = places.keys.filter { $0.grade == group.grade && $0.line == group.line }
        return tasks.sorted { ($0.subject, $0.part) < ($1.subject, $1.part) }.map { task in
            BoardTeaching(
                classGroup: group,
                subject: task.subject,
                part: task.part,
                teacher: BoardTeacher(plan, institution, place: places[task] ?? 0, group.year)
            )
        }
    }

    private var others: [(role: BoardPost.Role, load: Int)] {
        var posts: [(role: BoardPost.Role, load: Int)] = [(.head, 100)]
        posts += Array(repeating: (.deputy, 100), count: max(1, institution.quota / 250))
        posts.append((.socialPedagogue, institution.quota > 300 ? 100 : 50))
        posts.append((.psychologist, institution.quota > 500 ? 100 : 40))
        if institution.kind.grades.contains(1) {
            posts.append((.speechTherapist, institution.quota > 400 ? 80 : 50))
            posts.append((.specialTeacher, 60))
        }
        posts.append((.librarian, institution.quota > 300 ? 100 : 50))
        return posts
    }
}
