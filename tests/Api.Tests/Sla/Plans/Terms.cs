using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.Sla.Plans;

/// <summary>Bodies that publish a version of a plan.</summary>
internal static class Terms
{
    /// <summary>Monday to Friday 08:00-20:00 in Rome, open on holidays: answers in 4 h, confirms in 8 h, is there in 4 h.</summary>
    public static JsonObject Plain() => JsonNode.Parse("""
        {
          "coverage": {
            "timeZone": "Europe/Rome",
            "weekly": {
              "monday": [ { "from": "08:00", "to": "20:00" } ],
              "tuesday": [ { "from": "08:00", "to": "20:00" } ],
              "wednesday": [ { "from": "08:00", "to": "20:00" } ],
              "thursday": [ { "from": "08:00", "to": "20:00" } ],
              "friday": [ { "from": "08:00", "to": "20:00" } ]
            },
            "holidays": []
          },
          "targets": { "response": "PT4H", "confirmation": "PT8H", "presence": "PT4H" },
          "channels": [ "email", "phone" ],
          "includedServices": [ { "code": "quick_updates", "name": { "it": "Aggiornamenti rapidi", "en": "Quick updates" } } ],
          "excludedServices": [ { "code": "proactive_work", "name": { "it": "Lavoro di nostra iniziativa", "en": "Work on our own initiative" } } ],
          "warningThresholds": [ 50 ]
        }
        """)!.AsObject();

    /// <summary>The same with one setting changed: <c>targets.response</c> to a piece of JSON.</summary>
    public static JsonObject With(string setting, string json)
    {
        var terms = Plain();
        var names = setting.Split('.');
        var owner = names[..^1].Aggregate((JsonNode)terms, (node, name) => node[name]!).AsObject();
        owner[names[^1]] = JsonNode.Parse(json);
        return terms;
    }
}
