import Testing

/// Handing back, transferring and the other changes of course, by the built program.
struct CourseTests {
    private let binary: Binary
    private let variables: [String: String]

    init() throws {
        binary = try Binary()
        variables = try binary.rehearsal()
        try guatu(
            "add",
            "管网改造",
            "--lead",
            "城建办",
            "--person",
            "贺知远",
            "--post",
            "岗",
            "--quantity",
            "10 户",
            "--due",
            "12月18日",
            "--create-missing"
        )
        try guatu("add", "别的", "--lead", "柳堤社区", "--person", "罗文舟", "--create-missing")
        for action in ["submit", "issue"] { try guatu(action, "1") }
    }

    @discardableResult
    private func guatu(_ arguments: String...) throws -> Binary.Run {
        try binary.run(["--now", Binary.morning] + arguments, variables: variables)
    }

    private func value(_ name: String) throws -> String? { try guatu("show", "1", "--json").json()[name] as? String }

    @Test func handsBackAndTransfers() throws {
        defer { binary.remove() }
        #expect(try guatu("handback", "1", "不属本单位职责").status == 0)
        #expect(try value("stage") == "pending")
        #expect(try guatu("issue", "1", "--due", "12月25日").status == 0)
        let moved = try guatu("transfer", "1", "属地管理", "--to", "柳堤社区", "--person", "罗文舟")
        #expect(moved.status == 0, "\(moved.err)")
        #expect(try value("lead") == "柳堤社区")
        #expect(try value("person") == "罗文舟")
    }

    @Test func parksByProposal() throws {
        defer { binary.remove() }
        try guatu("accept", "1")
        #expect(try guatu("park", "1", "等批复", "--recheck", "12-10", "--propose").status == 0)
        #expect(try value("stage") == "inHand")
        #expect(try guatu("refuse", "1", "先办能办的").status == 0)
        #expect(try value("stage") == "inHand")
        #expect(try guatu("grant", "1").err == "没有待批的延期申请。\n")
        try guatu("park", "1", "等批复", "--recheck", "12-10", "--propose")
        #expect(try guatu("grant", "1", "同意").status == 0)
        #expect(try value("stage") == "parked")
    }

    @Test func extendsAdjustsAndReopens() throws {
        defer { binary.remove() }
        try guatu("accept", "1")
        #expect(try guatu("extend", "1", "等环保批复", "--to", "12-31").status == 0)
        #expect(try guatu("grant", "1").status == 0)
        #expect(try value("due") == "2026-12-31")
        #expect(try guatu("extend", "1", "还要等", "--to", "12-25").err == "新时限须晚于现时限 2026-12-31。\n")
        #expect(try guatu("adjust", "1", "提前完成", "--due", "12-22").status == 0)
        #expect(try value("due") == "2026-12-22")
        #expect(try value("originalDue") == "2026-12-18")
        try guatu("report", "1", "已完成")
        try guatu("settle", "1", "--check", "资料")
        #expect(try guatu("reopen", "1", "群众反映未通").status == 0)
        #expect(try value("stage") == "inHand")
        #expect(try guatu("verify").status == 0)
    }
}
