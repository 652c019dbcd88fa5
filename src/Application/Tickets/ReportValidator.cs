using FluentValidation;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Tickets;

internal sealed class ReportValidator : AbstractValidator<Report>
{
    public ReportValidator()
    {
        RuleFor(r => r.Subject).NotEmpty().MaximumLength(Report.MaxSubjectLength);
        RuleFor(r => r.Description).MaximumLength(Report.MaxDescriptionLength);
        RuleFor(r => r.Service).Length(1, Service.MaxCodeLength);
    }
}
