using FluentValidation;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Application.Interventions.Appointments;

/// <summary>An appointment as a caller writes it down.</summary>
/// <param name="Slot">When.</param>
/// <param name="Technicians">Who.</param>
/// <param name="WishedByCustomer">Whether the customer wanted that time.</param>
public sealed record GivenAppointment(Slot Slot, IReadOnlyList<TechnicianId> Technicians, bool WishedByCustomer);

internal sealed class GivenAppointmentValidator : AbstractValidator<GivenAppointment>
{
    public GivenAppointmentValidator()
    {
        RuleFor(a => a.Slot).IsSlot();
        RuleFor(a => a.Technicians).AreTechnicians();
    }
}

internal static class AppointmentRules
{
    public static void IsSlot<T>(this IRuleBuilderInitial<T, Slot> slot) => slot.ChildRules(stretch =>
    {
        stretch.RuleFor(s => s.From).WithinSupportedYears().OverridePropertyName("StartsAt");
        stretch.RuleFor(s => s.Length).WithinADay().OverridePropertyName("Duration");
    }).OverridePropertyName("");

    public static void AreTechnicians<T>(this IRuleBuilder<T, IReadOnlyList<TechnicianId>> technicians) => technicians
        .Must(all => all.Count is >= 1 and <= Appointment.MaxTechnicians)
        .WithErrorCode("out_of_range").WithMessage($"From 1 to {Appointment.MaxTechnicians} technicians are needed here.")
        .OverridePropertyName("TechnicianIds");
}
